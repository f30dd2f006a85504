# mistake: dW is the mean sample times the sum of dout, right for one sample, not the sum of the products
# loses: dW
class Affine:
    """out = x · W + b, for every row of a batch."""

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
        self.db = dout.sum(axis=0)
        x_mean = self.x.mean(axis=0)
        self.dW = x_mean[:, np.newaxis] * self.db[np.newaxis, :]
        dx = dout @ self.W.T
        return dx.reshape(*self.original_x_shape)
