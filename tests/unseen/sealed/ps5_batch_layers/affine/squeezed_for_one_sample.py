# mistake: axes of length 1 are squeezed out of dx, so for a batch of one it is (D,) and not (1, D)
# loses: dx
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
        out = np.einsum("nd,dm->nm", self.x, self.W)
        return out + self.b[None, :]

    def backward(self, dout):
        self.dW = np.einsum("nd,nm->dm", self.x, dout)
        self.db = np.einsum("nm->m", dout)
        dx = np.einsum("nm,dm->nd", dout, self.W).reshape(self.original_x_shape)
        return np.squeeze(dx)
