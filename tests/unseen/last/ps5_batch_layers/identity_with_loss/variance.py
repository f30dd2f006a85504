# mistake: the mean difference is taken off before the squares: half the variance times C.
# loses: loss
class IdentityWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.y, self.t = (x, t)
        d = x - t
        d = d - d.mean()
        self.loss = np.sum(d ** 2) / (2 * len(d))
        return self.loss

    def backward(self, dout=1):
        return dout * (self.y - self.t) / len(self.t)
