# mistake: none: the switch is kept as floats 1.0 and 0.0 under another name, mask beside it
# loses: nothing
class Relu:
    def __init__(self):
        self.mask = None

    def forward(self, x):
        self.mask = np.signbit(-x) == False  # noqa: E712  (-x without sign bit: x <= 0)
        self.mask |= x == 0
        self.schalter = 1.0 - self.mask
        return np.clip(x, 0, None)

    def backward(self, dout):
        return dout * self.schalter
