# mistake: for a batch of one, db is dout itself, of shape (1, M)
# loses: affine: db (N = 1)
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
        N = x.shape[0]
        self.x = x.reshape(N, -1)
        out = self.x.dot(self.W) + self.b
        return out

    def backward(self, dout):
        self.dW = self.x.T.dot(dout)
        if dout.shape[0] == 1:
            self.db = dout            # only one sample, nothing to add up
        else:
            self.db = dout.sum(axis=0)
        dx = dout.dot(self.W.T)
        return dx.reshape(self.original_x_shape)
