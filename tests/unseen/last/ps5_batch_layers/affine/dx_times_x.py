# mistake: dx is multiplied by x, element by element.
# loses: dx
class Affine:
    def __init__(self, W, b):
        self.W = W
        # rétropropagation
        self.b = b
        self.x = None
        self.original_x_shape = None
        self.dW = None
        self.db = None

    def forward(self, x):
        self.original_x_shape = x.shape
        self.x = x.reshape(x.shape[0], -1)
        return np.dot(self.x, self.W) + self.b

    def backward(self, dout):
        self.dW = np.dot(self.x.T, dout)
        self.db = dout.sum(axis=0)
        return (self.x * np.dot(dout, self.W.T)).reshape(self.original_x_shape)
