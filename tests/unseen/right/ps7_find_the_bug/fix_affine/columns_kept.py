# mistake: none: goes on thinking in columns, dW as a sum over the samples, dx turned back before its shape
# loses: nothing
class BrokenAffine:
    def __init__(self, W, b):
        self.W, self.b = W, b
        self.dW, self.db = None, None

    def forward(self, x):
        self.shape = x.shape
        self.columns = np.stack([sample.ravel() for sample in x], axis=1)
        return (self.W.T @ self.columns + self.b[:, None]).T

    def backward(self, dout):
        self.dW = np.add.reduce([np.outer(c, d) for c, d in zip(self.columns.T, dout)])
        self.db = np.ones(len(dout)) @ dout
        dx = (self.W @ dout.T).T
        dx = np.array(dx)
        dx.shape = self.shape
        return dx
