# mistake: backward lets a hundredth of dout through where the switch is off.
# loses: backward, zero
class Relu:
    def __init__(self):
        self.mask = None

    def forward(self, x):
        self.mask = x <= 0
        y = np.array(x, dtype=float)
        y[self.mask] = 0.0
        return y

    def backward(self, dout):
        factor = np.where(self.mask, 0.01, 1.0)
        return factor * dout
