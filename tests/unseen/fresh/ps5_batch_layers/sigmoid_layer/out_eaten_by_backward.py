# mistake: backward turns self.out into the slope in place, so out is damaged and a second backward is wrong
# loses: sigmoid_layer: a second backward, out
class SigmoidLayer:
    def __init__(self):
        self.out = None

    def forward(self, x):
        self.out = np.exp(-np.logaddexp(0, -x))
        return self.out.copy()

    def backward(self, dout):
        self.out *= 1 - self.out
        return dout * self.out
