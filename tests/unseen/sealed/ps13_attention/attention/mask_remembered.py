# mistake: a mask is kept and holds for later calls without one, too
# loses: forward without a mask after one with a mask
class Attention:
    def __init__(self):
        self.weights = None
        self.mask = None
        self.q, self.k, self.v = None, None, None

    def forward(self, q, k, v, mask=None):
        self.q, self.k, self.v = q, k, v
        if mask is not None:
            self.mask = mask
        scores = np.matmul(q, k.swapaxes(-2, -1)) / np.sqrt(q.shape[-1])
        if self.mask is not None and self.mask.shape == scores.shape[-2:]:
            scores = np.where(self.mask, scores, -np.inf)
        self.weights = softmax(scores)
        return np.matmul(self.weights, v)

    def backward(self, dout):
        A = self.weights
        dv = np.matmul(A.swapaxes(-2, -1), dout)
        dA = np.matmul(dout, self.v.swapaxes(-2, -1))
        dS = A * (dA - np.sum(dA * A, axis=-1, keepdims=True))
        dS = dS / np.sqrt(self.q.shape[-1])
        return np.matmul(dS, self.k), np.matmul(dS.swapaxes(-2, -1), self.q), dv
