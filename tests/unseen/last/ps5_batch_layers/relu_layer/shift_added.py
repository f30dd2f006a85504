# mistake: forward adds 1 to what is let through.
# loses: forward
class Relu:
    def __init__(self):
        self.mask = None

    def forward(self, x):
        self.mask = x <= 0
        return np.where(self.mask, 0.0, x + 1)

    def backward(self, dout):
        grad_entrada = np.array(dout, dtype=float)
        grad_entrada[self.mask] = 0.0
        return grad_entrada
