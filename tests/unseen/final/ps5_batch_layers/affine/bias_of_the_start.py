# mistake: forward adds a copy of b that was made in __init__, so a b that has changed since isn't seen
# loses: repeated
class Affine:
    def __init__(self, W, b):
        self.W = W
        self.b = b
        self._row = np.array(b, copy=True).reshape(1, -1)

    def forward(self, x):
        self.original_x_shape = x.shape
        self.x = x.reshape(x.shape[0], -1)
        return self.x @ self.W + self._row

    def backward(self, dout):
        self.dW = self.x.T @ dout
        self.db = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.original_x_shape)
