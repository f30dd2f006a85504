# mistake: the loop over the samples assigns db in place of adding, so that of the last sample remains
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
        self.dW = np.zeros_like(self.W)
        for n in range(len(dout)):
            self.dW += np.outer(self.x[n], dout[n])
            self.db = dout[n].copy()
        return (dout @ self.W.T).reshape(self.original_x_shape)
