# mistake: db adds up over the outputs as well and gives every output the same number.
# loses: db
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
        self.db = np.full_like(self.b, dout.sum(), dtype=float)
        return (dout @ self.W.T).reshape(self.shape)
