# mistake: dW is set, not added to, in the loop over the samples, so only the last one counts
# loses: fix_affine: dW (batches)
class BrokenAffine:
    def __init__(self, W, b):
        self.W, self.b = W, b
        self.dW, self.db = None, None

    def forward(self, x):
        self.shape = x.shape
        self.rows = x.reshape(x.shape[0], -1)
        return self.rows @ self.W + self.b

    def backward(self, dout):
        self.dW = np.zeros_like(self.W)
        self.db = np.zeros_like(self.b)
        for sample, d in zip(self.rows, dout):
            self.dW = np.outer(sample, d)
            self.db = self.db + d
        dx = dout @ self.W.T
        return dx.reshape(self.shape)
