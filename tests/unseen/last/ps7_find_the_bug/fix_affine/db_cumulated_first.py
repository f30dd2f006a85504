# mistake: db is the sum of the running sums over the batch.
# loses: db
class BrokenAffine:
    def __init__(self, W, b):
        self.W, self.b = W, b
        self.dW, self.db = None, None

    def forward(self, x):
        self.shape = x.shape
        self.rows = x.reshape(len(x), -1)
        return self.rows @ self.W + self.b

    def backward(self, dout):
        self.dW = self.rows.T @ dout
        self.db = np.cumsum(dout, axis=0).sum(axis=0)
        return (dout @ self.W.T).reshape(self.shape)
