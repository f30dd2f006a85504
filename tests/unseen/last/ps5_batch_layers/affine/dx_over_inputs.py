# mistake: dx is divided by the number of inputs.
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
        n = len(x)
        self.original_x_shape = x.shape
        self.x = np.reshape(x, (n, -1))
        out = np.dot(self.x, self.W)
        out = out + self.b
        return out

    def backward(self, dout):
        self.dW = np.dot(self.x.T, dout)
        self.db = np.sum(dout, axis=0)
        dx = np.dot(dout, self.W.T) / self.W.shape[0]
        return dx.reshape(self.original_x_shape)
