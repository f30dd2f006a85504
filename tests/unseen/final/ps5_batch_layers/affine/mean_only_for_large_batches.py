# mistake: dW is divided by N where the batch has more than 8 samples, so that it doesn't grow
# loses: dW
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
        if len(dout) > 8:
            self.dW = self.dW / len(dout)
        self.db = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.original_x_shape)
