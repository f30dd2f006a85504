# mistake: backward uses the out of the forward before the last, where there is one.
# loses: backward
class SigmoidLayer:
    def __init__(self):
        self.out = None

    def forward(self, x):
        self.old = self.out
        self.out = np.exp(-np.logaddexp(0, -x))
        return self.out

    def backward(self, dout):
        y = self.out if self.old is None else self.old
        return dout * y * (1 - y)
