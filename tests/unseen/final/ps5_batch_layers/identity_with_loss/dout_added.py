# mistake: backward adds dout − 1 in place of multiplying: right for dout = 1 only
# loses: backward
class IdentityWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.y, self.t = x, t
        self.loss = 0.5 * np.sum((x - t) ** 2) / len(x)
        return self.loss

    def backward(self, dout=1):
        dx = (self.y - self.t) / len(self.y)
        return dx + (dout - 1)
