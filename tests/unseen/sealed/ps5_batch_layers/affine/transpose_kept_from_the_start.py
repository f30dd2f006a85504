# mistake: the transposed copy of W for dx is made once in __init__, and a later change of W doesn't reach it
# loses: repeated
class Affine:
    def __init__(self, W, b):
        self.W = W
        self.b = b
        self.W_T = np.array(W.T)  # needed in each backward, so do it once
        self.x = None
        self.original_x_shape = None
        self.dW = None
        self.db = None

    def forward(self, x):
        self.original_x_shape = x.shape
        self.x = x.reshape(x.shape[0], -1)
        return self.x.dot(self.W) + self.b

    def backward(self, dout):
        self.dW = self.x.T.dot(dout)
        self.db = dout.sum(axis=0)
        dx = dout.dot(self.W_T)
        return dx.reshape(self.original_x_shape)
