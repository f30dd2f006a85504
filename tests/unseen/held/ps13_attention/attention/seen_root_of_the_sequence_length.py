# mistake: The scores are divided by the root of the number of keys, S, in place of d, forward and backward.
# loses: weights, output and gradients

class Attention:
    def __init__(self):
        self.weights = None
        self.q, self.k, self.v = None, None, None

    def forward(self, q, k, v, mask=None):
        self.q, self.k, self.v = q, k, v
        kT = np.swapaxes(k, -1, -2)
        self.scale = 1 / np.sqrt(kT.shape[-1])
        scores = np.matmul(q, kT) * self.scale
        if mask is not None:
            scores = np.where(mask, scores, -np.inf)
        self.weights = softmax(scores)
        return np.matmul(self.weights, v)

    def backward(self, dout):
        T_ = lambda a: np.swapaxes(a, -1, -2)
        d_scores = softmax_backward(np.matmul(dout, T_(self.v)), self.weights) * self.scale
        dq = np.matmul(d_scores, self.k)
        dk = np.matmul(T_(d_scores), self.q)
        dv = np.matmul(T_(self.weights), dout)
        return dq, dk, dv
