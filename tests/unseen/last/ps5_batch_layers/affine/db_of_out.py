# mistake: db sums the layer's outputs, not dout.
# loses: db
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
        self.out = np.matmul(self.x, self.W) + self.b
        return self.out

    def backward(self, dout):
        self.dW = np.matmul(self.x.T, dout)
        self.db = self.out.sum(axis=0)
        return np.matmul(dout, self.W.T).reshape(self.original_x_shape)
