# mistake: x is paired with dout from the other end of the batch.
# loses: dW
class BrokenAffine:
    def __init__(self, W, b):
        self.W, self.b = (W, b)
        self.dW, self.db = (None, None)

    def forward(self, x):
        self.shape = x.shape
        self.rows = x.reshape(len(x), -1)
        return self.rows.dot(self.W) + self.b

    def backward(self, dout):
        self.dW = self.rows[::-1].T.dot(dout)
        self.db = dout.sum(axis=0)
        return dout.dot(self.W.T).reshape(self.shape)
