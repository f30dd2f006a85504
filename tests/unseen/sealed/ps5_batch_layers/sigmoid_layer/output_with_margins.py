# mistake: forward clips its output to 0.001 ... 0.999, so that the gradient never vanishes
# loses: forward, backward far from 0
class SigmoidLayer:
    """1 / (1 + exp(-x)), number by number."""

    def __init__(self):
        self.out = None

    def forward(self, x):
        e = np.exp(-np.abs(x))
        y = np.where(x >= 0, 1 / (1 + e), e / (1 + e))
        self.out = np.clip(y, 1e-3, 1 - 1e-3)
        return self.out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)
