# mistake: backward uses the slope of tanh, 1 - out**2
# loses: backward
class SigmoidLayer:
    def __init__(self):
        self.out = None

    def forward(self, x):
        self.out = np.exp(-np.logaddexp(0, -x))
        return self.out

    def backward(self, dout):
        return dout * (1.0 - self.out ** 2)
