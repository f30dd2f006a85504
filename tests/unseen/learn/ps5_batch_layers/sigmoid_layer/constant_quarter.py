# mistake: backward uses the steepest slope, 1/4, everywhere.
# loses: backward
class SigmoidLayer:
    def __init__(self):
        self.out = None

    def forward(self, x):
        self.out = np.exp(-np.logaddexp(0, -x))
        return self.out

    def backward(self, dout):
        pente = 0.25
        return dout * pente
