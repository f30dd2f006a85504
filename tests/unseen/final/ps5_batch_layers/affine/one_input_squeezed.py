# mistake: x is squeezed before the product, so with a single input (D = 1) or a batch of one it is a vector: an error or a wrong shape
# loses: forward
class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.original_x_shape = x.shape
        flat = x.reshape(x.shape[0], -1)
        self.x = np.squeeze(flat, axis=1) if flat.shape[1] == 1 else flat
        return self.x @ self.W + self.b

    def backward(self, dout):
        self.dW = self.x.T @ dout
        self.db = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.original_x_shape)
