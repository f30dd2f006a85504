# mistake: dW and db begin with what the call before left.
# loses: dW, db
class BrokenAffine:
    def __init__(self, W, b):
        self.W, self.b = W, b
        self.dW, self.db = None, None

    def forward(self, x):
        self.shape = x.shape
        self.rows = x.reshape(len(x), -1)
        return self.rows @ self.W + self.b

    def backward(self, dout):
        if self.dW is None:
            self.dW, self.db = 0, 0
        self.dW = self.dW + self.rows.T @ dout
        self.db = self.db + dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.shape)
