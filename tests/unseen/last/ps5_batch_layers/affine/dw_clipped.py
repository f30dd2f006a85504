# mistake: dW is clipped to [−1, 1].
# loses: dW
class Affine:
    def __init__(self, W, b):
        self.W = W
        self.b = b
        self.x = None
        self.original_x_shape = None
        self.dW = None
        self.db = None

    def forward(self, x):
        n = len(x)
        self.original_x_shape = x.shape
        self.x = np.reshape(x, (n, -1))
        out = np.dot(self.x, self.W)
        out = out + self.b
        return out

    def backward(self, dout):
        g = np.dot(self.x.T, dout)
        self.dW = np.minimum(np.maximum(g, -1), 1)
        self.db = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.original_x_shape)
