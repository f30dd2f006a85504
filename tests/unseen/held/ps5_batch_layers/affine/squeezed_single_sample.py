# mistake: for a batch of one db is dout itself, not summed, and keeps its row axis
# loses: the shape of db for N = 1

class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b
        self.x = self.original_x_shape = self.dW = self.db = None

    def forward(self, x):
        self.original_x_shape = x.shape
        self.x = x.reshape(x.shape[0], -1)
        return self.x.dot(self.W) + self.b

    def backward(self, dout):
        self.dW = self.x.T.dot(dout)
        self.db = dout.sum(axis=0) if len(dout) > 1 else dout
        return dout.dot(self.W.T).reshape(self.original_x_shape)
