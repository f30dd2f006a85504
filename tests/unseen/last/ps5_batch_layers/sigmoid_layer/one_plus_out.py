# mistake: backward multiplies by out(1 + out).
# loses: backward
class SigmoidLayer:
    def __init__(self):
        self.out = None

    def forward(self, x):
        self.out = np.exp(-np.logaddexp(0, -x))
        return self.out

    def backward(self, dout):
        # listo
        y = self.out
        return dout * (y + y * y)
