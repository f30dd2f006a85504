# mistake: dx is multiplied by (x > 0), as if a ReLU sat in front of the layer
# loses: dx
class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.original_x_shape = x.shape
        self.x = x.reshape(x.shape[0], -1)
        return self.x @ self.W + self.b

    def backward(self, dout):
        self.dW = self.x.T @ dout
        self.db = dout.sum(axis=0)
        dx = dout @ self.W.T * (self.x > 0)
        return dx.reshape(self.original_x_shape)
