# mistake: a tensor is moved to channels last before it is laid flat, so the numbers of a sample meet other rows of W
# loses: tensor
class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        if x.ndim == 4:
            x = np.transpose(x, (0, 2, 3, 1))
        self.shape = x.shape
        self.x = x.reshape(x.shape[0], -1)
        return self.x @ self.W + self.b

    def backward(self, dout):
        self.dW = self.x.T @ dout
        self.db = dout.sum(axis=0)
        dx = (dout @ self.W.T).reshape(self.shape)
        if dx.ndim == 4:
            dx = np.transpose(dx, (0, 3, 1, 2))
        return dx
