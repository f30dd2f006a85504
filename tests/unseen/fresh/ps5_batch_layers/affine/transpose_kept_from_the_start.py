# mistake: backward uses a copy of Wᵀ made in __init__, which doesn't follow when W changes
# loses: affine: dx after W has changed (repeated)
class Affine:
    def __init__(self, W, b):
        self.W = W
        self.W_T = W.T.copy()    # transposing once is enough
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
        self.db = dout.sum(axis=0)
        dx = dout @ self.W_T
        return dx.reshape(self.original_x_shape)
