from collections import namedtuple

Gradients = namedtuple("Gradients", ("W", "b", "x"))


class BrokenAffine:
    __slots__ = ("W", "b", "given", "gradients")

    def __init__(self, W, b):
        self.W, self.b = np.asfortranarray(W), b
        self.gradients = Gradients(None, None, None)

    dW = property(lambda self: self.gradients.W)
    db = property(lambda self: self.gradients.b)

    def rows(self):
        return self.given.reshape(self.given.shape[0], -1)

    def forward(self, x):
        self.given = np.asfortranarray(x)
        return self.rows() @ self.W + self.b

    def backward(self, dout):
        dx = np.tensordot(dout, self.W, axes=(1, 1)).reshape(self.given.shape)
        self.gradients = Gradients(np.tensordot(self.rows(), dout, axes=(0, 0)), np.add.reduce(dout), dx)
        return self.gradients.x
