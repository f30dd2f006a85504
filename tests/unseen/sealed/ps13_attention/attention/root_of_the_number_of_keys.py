# mistake: the scores are divided by the root of S, the number of keys, in place of d, forward and backward
# loses: output, weights, dq, dk, dv
class Attention:
    def __init__(self):
        self.weights = None
        self.q, self.k, self.v = None, None, None

    def forward(self, q, k, v, mask=None):
        self.q, self.k, self.v = q, k, v
        self.scale = np.sqrt(k.shape[-2])
        scores = q @ np.swapaxes(k, -1, -2) / self.scale
        if mask is not None:
            scores = np.where(mask, scores, -np.inf)
        self.weights = softmax(scores)
        return self.weights @ v

    def backward(self, dout):
        dv = np.swapaxes(self.weights, -1, -2) @ dout
        ds = softmax_backward(dout @ np.swapaxes(self.v, -1, -2), self.weights) / self.scale
        return ds @ self.k, np.swapaxes(ds, -1, -2) @ self.q, dv
