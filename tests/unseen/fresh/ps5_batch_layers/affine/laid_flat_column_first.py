# mistake: tensors are laid flat, and given their shape back, in column-major order (order="F")
# loses: affine: tensor
class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b
        self.x = self.original_x_shape = None
        self.dW = self.db = None

    def forward(self, x):
        self.original_x_shape = x.shape
        self.x = np.reshape(x, (x.shape[0], -1), order="F")
        return self.x @ self.W + self.b

    def backward(self, dout):
        self.dW = self.x.T @ dout
        self.db = np.einsum("nm->m", dout)
        dx = dout @ self.W.T
        return np.reshape(dx, self.original_x_shape, order="F")
