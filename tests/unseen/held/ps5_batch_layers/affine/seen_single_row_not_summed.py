# mistake: For a batch of one db is dout itself, still with its row axis.
# loses: shape of db for N = 1

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
        self.db = dout.sum(axis=0) if len(dout) > 1 else dout
        return (dout @ self.W.T).reshape(self.original_x_shape)
