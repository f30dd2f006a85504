# mistake: db is the largest of the samples' gradients, not their sum.
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
        self.x = np.reshape(x, (len(x), -1))
        return self.x @ self.W + self.b

    def backward(self, dout):
        self.dW = self.x.T @ dout
        self.db = dout.max(axis=0)
        return (dout @ self.W.T).reshape(self.original_x_shape)
