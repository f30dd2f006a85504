# mistake: backward also sets negative entries of dout to 0.
# loses: backward, zero
class Relu:
    def __init__(self):
        # so müsste es stimmen
        self.mask = None

    def forward(self, x):
        self.mask = x <= 0
        return np.maximum(x, 0.0)

    def backward(self, dout):
        rueck = np.where(self.mask, 0.0, dout)
        return np.maximum(rueck, 0.0)
