# mistake: the loop over the samples adds to the dW of the call before: it is set to zero in the first call only
# loses: dW
class BrokenAffine:
    """out = x · W + b, for a batch in rows."""

    def __init__(self, W, b):
        self.W, self.b = W, b
        self.dW, self.db = None, None

    def forward(self, x):
        self.shape = x.shape
        self.columns = x.reshape(x.shape[0], -1).T
        return (self.W.T @ self.columns).T + self.b

    def backward(self, dout):
        if self.dW is None:
            self.dW = np.zeros(self.W.shape)
        for n in range(dout.shape[0]):
            self.dW = self.dW + np.outer(self.columns[:, n], dout[n])
        self.db = dout.sum(axis=0)
        dx = self.W @ dout.T
        return dx.T.reshape(self.shape)
