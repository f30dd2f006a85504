# mistake: every sample gets the mean of the batch's dx.
# loses: dx
class BrokenAffine:
    def __init__(self, W, b):
        self.W, self.b = W, b
        self.dW, self.db = None, None

    def forward(self, x):
        self.shape = x.shape
        self.rows = x.reshape(x.shape[0], -1)
        return self.rows @ self.W + self.b

    def backward(self, dout):
        self.dW = self.rows.T @ dout
        self.db = dout.sum(axis=0)
        mittel = (dout @ self.W.T).mean(axis=0)
        return np.tile(mittel, (len(dout), 1)).reshape(self.shape)
