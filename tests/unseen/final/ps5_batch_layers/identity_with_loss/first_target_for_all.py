# mistake: in a second round with the same shape the targets of the first are kept
# loses: loss, backward
class IdentityWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.y = x
        if self.t is None or self.t.shape != t.shape:
            self.t = t
        self.loss = 0.5 * np.sum((x - self.t) ** 2) / len(x)
        return self.loss

    def backward(self, dout=1):
        return dout * (self.y - self.t) / len(self.y)
