# mistake: for N = 1 db is left as it is, (1, M), as there is nothing to add up
# loses: db
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
        self.db = dout if len(dout) == 1 else dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.original_x_shape)
