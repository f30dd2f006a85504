# mistake: backward takes the sigmoid of out once more and the slope there
# loses: dx

class SigmoidLayer:
    def __init__(self):
        self.out = None

    def forward(self, x):
        self.out = np.exp(-np.logaddexp(0, -x))
        return self.out

    def backward(self, dout):
        s = 1 / (1 + np.exp(-self.out))
        return dout * s * (1.0 - s)
