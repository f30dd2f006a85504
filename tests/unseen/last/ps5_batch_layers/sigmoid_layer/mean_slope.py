# mistake: backward multiplies by the mean slope of the batch, one number for each column.
# loses: backward
class SigmoidLayer:
    def __init__(self):
        self.out = None

    def forward(self, x):
        self.out = np.exp(-np.logaddexp(0, -x))
        return self.out

    def backward(self, dout):
        slope = (self.out * (1 - self.out)).mean(axis=0)
        return dout * slope
