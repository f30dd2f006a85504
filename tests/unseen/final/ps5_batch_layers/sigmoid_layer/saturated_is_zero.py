# mistake: backward sets the slope to 0 where y is above 0.99 or below 0.01 ("saturated")
# loses: backward
class SigmoidLayer:
    def __init__(self):
        self.out = None

    def forward(self, x):
        self.out = np.exp(-np.logaddexp(0, -x))
        return self.out

    def backward(self, dout):
        slope = self.out * (1 - self.out)
        slope[(self.out > 0.99) | (self.out < 0.01)] = 0
        return dout * slope
