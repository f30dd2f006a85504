# mistake: the mask is x < 1: numbers between 0 and 1 are switched off as well
# loses: forward, backward, zero
class Relu:
    def __init__(self):
        self.mask = None

    def forward(self, x):
        self.mask = x.astype(int) <= 0
        return np.where(self.mask, 0.0, x)

    def backward(self, dout):
        return np.where(self.mask, 0.0, dout)
