# mistake: backward also moves W and b by 0.01 times their gradients (the layer of assignment 3 did)
# loses: repeated
class Affine:
    def __init__(self, W, b):
        self.W = W
        self.b = b

    def forward(self, x):
        self.original_x_shape = x.shape
        self.x = x.reshape(x.shape[0], -1)
        return self.x @ self.W + self.b

    def backward(self, dout, learning_rate=0.01):
        self.dW = self.x.T @ dout
        self.db = dout.sum(axis=0)
        dx = dout @ self.W.T
        self.W = self.W - learning_rate * self.dW
        self.b = self.b - learning_rate * self.db
        return dx.reshape(self.original_x_shape)
