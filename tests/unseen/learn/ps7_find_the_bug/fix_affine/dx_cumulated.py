# mistake: dx of each sample also contains those of the samples before it: a running sum.
# loses: dx
class BrokenAffine:
    def __init__(self, W, b):
        self.W, self.b = W, b
        self.dW, self.db = None, None

    def forward(self, x):
        self.shape = x.shape
        self.rows = x.reshape(x.shape[0], -1)
        return self.rows @ self.W + self.b

    def backward(self, dout):
        self.dW = self.rows.T @ dout
        self.db = dout.sum(axis=0)
        dx = np.zeros_like(self.rows)
        acc = np.zeros(self.rows.shape[1])
        for i, d in enumerate(dout):
            acc = acc + self.W @ d
            dx[i] = acc
        return dx.reshape(self.shape)
