# mistake: forward gives the result of the batch's mean to every sample.
# loses: forward
class BrokenAffine:
    def __init__(self, W, b):
        self.W, self.b = W, b
        self.dW, self.db = None, None

    def forward(self, x):
        self.shape = x.shape
        self.rows = x.reshape(len(x), -1)
        mean = self.rows.mean(axis=0)
        return np.tile(mean @ self.W + self.b, (len(x), 1))

    def backward(self, dout):
        self.dW = self.rows.T @ dout
        self.db = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.shape)
