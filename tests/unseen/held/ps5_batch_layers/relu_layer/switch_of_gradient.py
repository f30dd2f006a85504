# mistake: backward switches off where dout is negative instead of where x was
# loses: dx

class Relu:
    def __init__(self):
        self.mask = None

    def forward(self, x):
        self.mask = x <= 0
        return np.where(self.mask, 0.0, x)

    def backward(self, dout):
        return np.where(dout <= 0, 0.0, dout)
