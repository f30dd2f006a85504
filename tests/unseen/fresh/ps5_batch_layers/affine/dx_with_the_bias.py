# mistake: backward adds b to dout before it goes through Wᵀ, as forward adds it
# loses: affine: dx, tensor (for b other than 0)
class Affine:
    def __init__(self, W, b):
        self.W = W
        self.b = b
        self.x = None
        self.original_x_shape = None
        self.dW = None
        self.db = None

    def forward(self, x):
        self.original_x_shape = x.shape
        self.x = x.reshape(x.shape[0], -1)
        return self.x @ self.W + self.b

    def backward(self, dout):
        self.dW = self.x.T @ dout
        self.db = dout.sum(axis=0)
        dx = (dout + self.b) @ self.W.T
        return dx.reshape(self.original_x_shape)
