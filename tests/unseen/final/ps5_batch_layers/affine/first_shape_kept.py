# mistake: original_x_shape is noted at the first forward alone, a later batch of another size gets a wrong shape (an error)
# loses: repeated
class Affine:
    def __init__(self, W, b):
        self.W = W
        self.b = b
        self.original_x_shape = None

    def forward(self, x):
        self.original_x_shape = self.original_x_shape or x.shape
        self.x = x.reshape(x.shape[0], -1)
        return self.x @ self.W + self.b

    def backward(self, dout):
        self.dW = self.x.T @ dout
        self.db = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.original_x_shape)
