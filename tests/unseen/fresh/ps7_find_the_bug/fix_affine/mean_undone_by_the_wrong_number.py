# mistake: db keeps the mean and multiplies it by the number of outputs, not by that of samples
# loses: fix_affine: db
class BrokenAffine:
    def __init__(self, W, b):
        self.W, self.b = W, b
        self.dW, self.db = None, None

    def forward(self, x):
        self.shape = x.shape
        self.columns = x.reshape(x.shape[0], -1).T
        return (self.W.T @ self.columns).T + self.b

    def backward(self, dout):
        n = dout.shape[1]
        self.dW = self.columns @ dout
        self.db = dout.mean(axis=0) * n
        dx = self.W @ dout.T
        return dx.T.reshape(self.shape)
