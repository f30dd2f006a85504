# mistake: none: mask is True where x > 0, used consistently; forward by multiplication
# loses: nothing
class Relu:
    def __init__(self):
        self.mask = None

    def forward(self, x):
        self.mask = np.greater(x, 0)
        return np.multiply(x, self.mask)

    def backward(self, dout):
        return np.einsum("...,...->...", dout, self.mask)
