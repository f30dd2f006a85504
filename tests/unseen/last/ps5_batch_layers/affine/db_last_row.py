# mistake: db is the last row of dout.
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
        return np.matmul(self.x, self.W) + self.b

    def backward(self, dout):
        self.dW = np.matmul(self.x.T, dout)
        for zeile in dout:
            self.db = zeile.copy()
        return np.matmul(dout, self.W.T).reshape(self.original_x_shape)
