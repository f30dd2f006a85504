# mistake: dW of column j is taken from sample j modulo N.
# loses: dW
class BrokenAffine:
    def __init__(self, W, b):
        self.W, self.b = W, b
        self.dW, self.db = None, None

    def forward(self, x):
        self.shape = x.shape
        self.rows = x.reshape(len(x), -1)
        return self.rows @ self.W + self.b

    def backward(self, dout):
        n = len(dout)
        self.dW = np.zeros_like(self.W)
        for j in range(self.W.shape[1]):
            self.dW[:, j] = self.rows[j % n] * dout[j % n, j]
        self.db = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.shape)
