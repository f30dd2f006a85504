# mistake: dx of a tensor is made with reshape(shape[::-1]).T, which turns channels, height and width over as well
# loses: dx
class BrokenAffine:
    def __init__(self, W, b):
        self.W, self.b = W, b
        self.dW, self.db = None, None

    def forward(self, x):
        self.shape = x.shape
        self.columns = x.reshape(len(x), -1).T
        return (self.W.T @ self.columns).T + self.b

    def backward(self, dout):
        self.dW = self.columns @ dout
        self.db = dout.sum(axis=0)
        dx = self.W @ dout.T  # (D, N)
        return dx.reshape(self.shape[::-1]).T
