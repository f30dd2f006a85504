# mistake: y(1 − y) is taken of the sigmoid of dout
# loses: backward
class SigmoidLayer:
    def __init__(self):
        self.out = None

    def forward(self, x):
        self.out = np.exp(-np.logaddexp(0, -x))
        return self.out

    def backward(self, dout):
        y = np.exp(-np.logaddexp(0, -dout))
        return dout * y * (1 - y)
