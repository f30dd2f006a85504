# mistake: db is filled with the sum of all of dout, the same number for each output
# loses: fix_affine: db
class BrokenAffine:
    def __init__(self, W, b):
        self.W, self.b = W, b
        self.dW, self.db = None, None

    def forward(self, x):
        self.shape = x.shape
        self.columns = x.reshape(len(x), -1).T  # (D, N)
        return (self.W.T @ self.columns).T + self.b

    def backward(self, dout):
        self.dW = self.columns @ dout
        self.db = np.full_like(self.b, dout.sum())
        dx = (self.W @ dout.T).T
        return dx.reshape(self.shape)
