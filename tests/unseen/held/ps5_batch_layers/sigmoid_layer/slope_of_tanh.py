# mistake: backward has the slope of tanh, 1 - out²
# loses: dx

class SigmoidLayer:
    def __init__(self):
        self.out = None

    def forward(self, x):
        self.out = np.exp(-np.logaddexp(0, -x))
        return self.out

    def backward(self, dout):
        return dout * (1.0 - self.out**2)
