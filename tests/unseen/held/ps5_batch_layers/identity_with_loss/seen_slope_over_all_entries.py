# mistake: backward divides by the number of all entries, while forward divides by the number of samples.
# loses: backward

class IdentityWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.y, self.t = x, t
        self.loss = ((x - t) ** 2).sum() / (2 * x.shape[0])
        return self.loss

    def backward(self, dout=1):
        return (self.y - self.t) / self.y.size * dout
