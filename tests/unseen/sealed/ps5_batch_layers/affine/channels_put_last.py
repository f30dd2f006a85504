# mistake: a tensor's second axis is moved to the end before it is laid flat, so its numbers meet other rows of W
# loses: tensor
class Affine:
    """Works with (N, D) and with images (N, C, H, W)."""

    def __init__(self, W, b):
        self.W = W
        self.b = b
        self.x = None
        self.original_x_shape = None
        self.dW = None
        self.db = None

    def forward(self, x):
        self.original_x_shape = x.shape
        channels_last = np.moveaxis(x, 1, -1)
        self.moved_shape = channels_last.shape
        self.x = channels_last.reshape(x.shape[0], -1)
        return self.x @ self.W + self.b

    def backward(self, dout):
        self.dW = self.x.T @ dout
        self.db = np.sum(dout, axis=0)
        dx = dout @ self.W.T
        return np.moveaxis(dx.reshape(self.moved_shape), -1, 1)
