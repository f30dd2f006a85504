# mistake: backward divides by the share of switches that are on, as dropout does.
# loses: backward
class Relu:
    def __init__(self):
        self.mask = None

    def forward(self, x):
        self.mask = x <= 0
        return np.where(self.mask, 0.0, x)

    def backward(self, dout):
        share = 1 - self.mask.mean()
        return np.where(self.mask, 0.0, dout) / max(share, 1e-9)
