# mistake: forward adds b times the number of samples.
# loses: forward
class Affine:
    def __init__(self, W, b):
        self.W = W
        self.b = b
        self.x = None
        self.original_x_shape = None
        self.dW = None
        self.db = None

    def forward(self, x):
        N = x.shape[0]
        self.original_x_shape = x.shape
        self.x = x.reshape(N, -1)
        return np.dot(self.x, self.W) + N * self.b

    def backward(self, dout):
        self.dW = np.dot(self.x.T, dout)
        self.db = np.sum(dout, axis=0)
        return np.dot(dout, self.W.T).reshape(*self.original_x_shape)
