# mistake: b is added as a column b.reshape(−1, 1) to each row's place of the transposed product only if N = M, else as a row: with N = M the biases go to the wrong numbers
# loses: forward
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
        out = self.x @ self.W
        if out.shape[0] == len(self.b):  # one bias for each row
            return out + self.b.reshape(-1, 1)
        return out + self.b

    def backward(self, dout):
        self.dW = self.x.T @ dout
        self.db = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.original_x_shape)
