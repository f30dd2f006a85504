# mistake: backward makes the gradient of the scores in the array of the weights, so that weights and a second backward are wrong afterwards
# loses: weights after backward, a second backward
class Attention:
    def __init__(self):
        self.weights = None
        self.q, self.k, self.v = None, None, None

    def forward(self, q, k, v, mask=None):
        self.q, self.k, self.v = q, k, v
        scores = np.matmul(q, np.swapaxes(k, -2, -1)) / np.sqrt(q.shape[-1])
        if mask is not None:
            scores[..., np.logical_not(mask)] = -np.inf
        self.weights = softmax(scores)
        return np.matmul(self.weights, v)

    def backward(self, dout):
        dv = np.matmul(np.swapaxes(self.weights, -2, -1), dout)
        g = np.matmul(dout, np.swapaxes(self.v, -2, -1))
        g -= np.sum(g * self.weights, axis=-1, keepdims=True)
        ds = self.weights
        ds *= g
        ds /= np.sqrt(self.q.shape[-1])
        dq = np.matmul(ds, self.k)
        dk = np.matmul(np.swapaxes(ds, -2, -1), self.q)
        return dq, dk, dv
