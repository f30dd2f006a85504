# mistake: errors below 0 are cut off before they are squared, as in a hinge
# loses: loss
class IdentityWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.y, self.t = x, t
        self.loss = 0.5 * np.sum(np.maximum(0, x - t) ** 2) / len(x)
        return self.loss

    def backward(self, dout=1):
        return dout * (self.y - self.t) / len(self.y)
