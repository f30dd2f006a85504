# mistake: the loss is ½Σ|y − t|/N, not squared
# loses: loss
class IdentityWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.y = x.copy()
        self.t = t.copy()
        self.loss = np.abs(self.y - self.t).sum() / (2 * len(x))
        return self.loss

    def backward(self, dout=1):
        return dout * (self.y - self.t) / len(self.y)
