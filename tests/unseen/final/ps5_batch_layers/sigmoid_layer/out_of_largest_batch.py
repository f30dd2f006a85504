# mistake: out is written into an array kept from before, out[:len(x)], so after a smaller batch forward returns old rows as well
# loses: out
class SigmoidLayer:
    def __init__(self):
        self.out = None

    def forward(self, x):
        y = np.exp(-np.logaddexp(0, -x))
        if self.out is None or len(self.out) < len(x):
            self.out = y
        else:
            self.out[: len(x)] = y
        return self.out

    def backward(self, dout):
        return dout * self.out * (1 - self.out)
