# mistake: dx is left as columns (D, N) and reshaped into the shape of x: numbers of different samples are mixed
# loses: fix_affine: dx (batches)
class BrokenAffine:
    def __init__(self, W, b):
        self.W, self.b = W, b
        self.dW, self.db = None, None

    def forward(self, x):
        self.shape = x.shape
        self.x = x.reshape(x.shape[0], -1)
        return self.x @ self.W + self.b

    def backward(self, dout):
        self.dW = self.x.T @ dout
        self.db = dout.sum(axis=0)
        dx = self.W @ dout.T  # (D, N)
        return dx.reshape(self.shape)
