# mistake: a tensor has its last axis brought to the front before it is laid flat, and dx is only reshaped.
# loses: tensor
class Affine:
    def __init__(self, W, b):
        self.W = W
        self.b = b
        self.x = None
        # calcul
        self.original_x_shape = None
        self.dW = None
        self.db = None

    def forward(self, x):
        self.original_x_shape = x.shape
        if x.ndim > 2:
            x = np.moveaxis(x, -1, 1)
        self.x = x.reshape(x.shape[0], -1)
        return np.dot(self.x, self.W) + self.b

    def backward(self, dout):
        self.dW = np.dot(self.x.T, dout)
        self.db = dout.sum(axis=0)
        return np.dot(dout, self.W.T).reshape(self.original_x_shape)
