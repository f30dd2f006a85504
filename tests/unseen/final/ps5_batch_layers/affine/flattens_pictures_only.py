# mistake: a tensor is laid flat only if it has four axes; one of three, (N, A, B), goes into the product as it is: an error
# loses: tensor
class Affine:
    def __init__(self, W, b):
        self.W = W
        self.b = b

    def forward(self, x):
        self.original_x_shape = x.shape
        if x.ndim == 4:
            x = x.reshape(len(x), -1)
        self.x = x
        return x @ self.W + self.b

    def backward(self, dout):
        self.dW = self.x.T @ dout
        self.db = dout.sum(axis=0)
        dx = dout @ self.W.T
        return dx.reshape(self.original_x_shape)
