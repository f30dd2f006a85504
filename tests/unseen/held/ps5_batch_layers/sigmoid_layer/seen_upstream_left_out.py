# mistake: backward returns the local derivative alone, without dout.
# loses: backward

class SigmoidLayer:
    def __init__(self):
        self.out = None

    def forward(self, x):
        self.out = np.exp(-np.logaddexp(0, -x))
        return self.out

    def backward(self, dout):
        lokal = self.out * (1.0 - self.out)
        return lokal
