# mistake: backward divides by the number of samples.
# loses: backward
class SigmoidLayer:
    def __init__(self):
        self.out = None

    def forward(self, x):
        self.out = np.exp(-np.logaddexp(0, -x))
        return self.out

    def backward(self, dout):
        n = dout.shape[0]
        return dout * self.out * (1 - self.out) / n
