# mistake: the loss takes each sample's largest squared difference, not their sum.
# loses: loss
class IdentityWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.y = x
        self.t = t
        d = (x - t) ** 2
        self.loss = d.max(axis=1).sum() / (2 * x.shape[0])
        return self.loss

    def backward(self, dout=1):
        return dout * (self.y - self.t) / len(self.t)
