# mistake: backward also moves W by a hundredth of dW, as in the layer of columns.
# loses: repeated
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
        self.db = dout.sum(axis=0)
        grad_entrada = dout @ self.W.T
        self.W = self.W - 0.01 * self.dW
        return grad_entrada.reshape(self.original_x_shape)
