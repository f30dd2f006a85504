# mistake: backward has the factor 2 of a square, though the loss is half the squares
# loses: dx

class IdentityWithLoss:
    def __init__(self):
        self.loss = self.y = self.t = None

    def forward(self, x, t):
        self.y, self.t = x, t
        self.loss = 0.5 * np.sum((x - t) ** 2) / len(x)
        return self.loss

    def backward(self, dout=1):
        return 2 * dout * (self.y - self.t) / len(self.y)
