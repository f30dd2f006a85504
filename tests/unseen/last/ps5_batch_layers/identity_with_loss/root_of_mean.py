# mistake: the loss is the root of what it should be.
# loses: loss
class IdentityWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.y, self.t = x, t
        self.loss = np.sqrt(0.5 * np.sum((x - t) ** 2) / len(x))
        return self.loss

    def backward(self, dout=1):
        return dout * (self.y - self.t) / len(self.t)
