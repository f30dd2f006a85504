# mistake: the loss is half the sum of absolute differences.
# loses: loss
class IdentityWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.y = x
        self.t = t
        self.loss = 0.5 * np.abs(self.y - self.t).sum() / x.shape[0]
        return self.loss

    def backward(self, dout=1):
        return (self.y - self.t) / self.y.shape[0] * dout
