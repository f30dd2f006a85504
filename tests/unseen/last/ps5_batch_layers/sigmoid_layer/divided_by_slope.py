# mistake: backward divides dout by the slope.
# loses: backward
class SigmoidLayer:
    def __init__(self):
        self.out = None

    def forward(self, x):
        self.out = np.exp(-np.logaddexp(0, -x))
        return self.out

    def backward(self, dout):
        pente = self.out * (1 - self.out)
        return dout / (pente + 1e-12)
