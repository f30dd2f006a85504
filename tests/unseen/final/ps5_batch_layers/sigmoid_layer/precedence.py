# mistake: dout·y·1 − y: brackets around (1 − y) are missing
# loses: backward
class SigmoidLayer:
    def __init__(self):
        self.out = None

    def forward(self, x):
        self.out = np.exp(-np.logaddexp(0, -x))
        return self.out

    def backward(self, dout):
        return dout * self.out * 1.0 - self.out
