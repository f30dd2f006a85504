# mistake: dW adds up the outer products of each sample with the next sample's dout.
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
        self.dW = sum(np.outer(x, d) for x, d in zip(self.rows, np.roll(dout, -1, axis=0)))
        self.db = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.shape)
