# mistake: backward divides by the number of samples
# loses: backward
class SigmoidLayer:
    def __init__(self):
        self.out = None

    def forward(self, x):
        self.out = np.exp(-np.logaddexp(0, -x))
        return self.out

    def backward(self, dout):
        N = dout.shape[0]
        return dout * (1.0 - self.out) * self.out / N
