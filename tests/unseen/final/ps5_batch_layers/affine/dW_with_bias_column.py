# mistake: dW is made of out without bias in place of x: einsum runs over the kept product x·W, then its gradient is taken with respect to that through W again (W·(x·W)ᵀ·dout)
# loses: dW
class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.original_x_shape = x.shape
        self.x = x.reshape(x.shape[0], -1)
        self.xW = self.x @ self.W
        return self.xW + self.b

    def backward(self, dout):
        self.dW = self.W @ self.xW.T @ dout
        self.db = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.original_x_shape)
