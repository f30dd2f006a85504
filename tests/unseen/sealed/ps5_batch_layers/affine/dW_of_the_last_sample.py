# mistake: the loop over the batch assigns dW anew for each sample in place of adding, so the last one remains
# loses: dW
class Affine:
    """out = x . W + b, for every row of a batch."""

    def __init__(self, W, b):
        self.W, self.b = W, b
        self.x = self.original_x_shape = None
        self.dW = self.db = None

    def forward(self, x):
        self.original_x_shape = x.shape
        self.x = x.reshape(len(x), -1)
        return np.dot(self.x, self.W) + self.b

    def backward(self, dout):
        self.dW = np.zeros_like(self.W)
        self.db = np.zeros_like(self.b)
        for sample, grad in zip(self.x, dout):
            self.dW = np.outer(sample, grad)
            self.db = self.db + grad
        return np.dot(dout, self.W.T).reshape(self.original_x_shape)
