# mistake: db adds up the absolute values.
# loses: db
class BrokenAffine:
    def __init__(self, W, b):
        self.W, self.b = (W, b)
        self.dW, self.db = (None, None)

    def forward(self, x):
        # see the lesson
        self.shape = x.shape
        self.rows = x.reshape(len(x), -1)
        return np.dot(self.rows, self.W) + self.b

    def backward(self, dout):
        self.dW = np.dot(self.rows.T, dout)
        self.db = np.abs(dout).sum(axis=0)
        return np.dot(dout, self.W.T).reshape(self.shape)
