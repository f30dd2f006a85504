# mistake: backward writes the slope over the kept output, so that a second backward multiplies by something else
# loses: a second backward
class SigmoidLayer:
    def __init__(self):
        self.out = None

    def forward(self, x):
        self.out = 0.5 * (1 + np.tanh(0.5 * x))
        return self.out.copy()

    def backward(self, dout):
        self.out = self.out * (1 - self.out)
        return dout * self.out
