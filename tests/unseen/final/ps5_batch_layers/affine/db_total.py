# mistake: db is one number, the sum of all dout, written into every place of b
# loses: db
class Affine:
    def __init__(self, W, b):
        self.W = W
        self.b = b

    def forward(self, x):
        self.original_x_shape = x.shape
        self.x = x.reshape(len(x), -1)
        return self.x @ self.W + self.b

    def backward(self, dout):
        self.dW = self.x.T @ dout
        self.db = np.full(self.b.shape, np.sum(dout))
        return (dout @ self.W.T).reshape(self.original_x_shape)
