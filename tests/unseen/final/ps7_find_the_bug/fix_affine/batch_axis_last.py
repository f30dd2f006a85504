# mistake: forward returns (M, N): the transpose back to rows was taken for the bug
# loses: forward
class BrokenAffine:
    def __init__(self, W, b):
        self.W, self.b = W, b
        self.dW, self.db = None, None

    def forward(self, x):
        self.shape = x.shape
        self.columns = x.reshape(len(x), -1).T
        return self.W.T @ self.columns + self.b.reshape(-1, 1)

    def backward(self, dout):
        self.dW = self.columns @ dout
        self.db = dout.sum(axis=0)
        return (self.W @ dout.T).T.reshape(self.shape)
