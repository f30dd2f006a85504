# mistake: dx = dout·W without transposing where the sizes fit (square W)
# loses: dx
class Affine:
    def __init__(self, W, b):
        self.W = W
        self.b = b

    def forward(self, x):
        self.original_x_shape = x.shape
        self.x = x.reshape(x.shape[0], -1)
        return self.x @ self.W + self.b

    def backward(self, dout):
        self.dW = self.x.T @ dout
        self.db = dout.sum(axis=0)
        W = self.W if dout.shape[1] == self.W.shape[0] else self.W.T
        return (dout @ W).reshape(self.original_x_shape)
