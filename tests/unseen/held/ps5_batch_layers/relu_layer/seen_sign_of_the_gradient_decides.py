# mistake: backward lets through where dout is positive, and doesn't ask what x was.
# loses: backward

class Relu:
    def __init__(self):
        self.mask = None

    def forward(self, x):
        self.mask = x <= 0
        return np.where(self.mask, 0.0, x)

    def backward(self, dout):
        return np.where(dout > 0, dout, 0.0)
