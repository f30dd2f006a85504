# mistake: forward takes the first 8 samples alone "against running out of memory" and fills up with the biases
# loses: forward
class BrokenAffine:
    def __init__(self, W, b):
        self.W, self.b = W, b
        self.dW, self.db = None, None

    def forward(self, x):
        self.shape = x.shape
        self.rows = x.reshape(len(x), -1).copy()
        self.rows[8:] = 0
        return self.rows @ self.W + self.b

    def backward(self, dout):
        self.dW = self.rows.T @ dout
        self.db = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.shape)
