# mistake: N is noted at the first forward, batches of another size are divided by it
# loses: mean
class IdentityWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None
        self.n = None

    def forward(self, x, t):
        if self.n is None:
            self.n = len(x)
        self.y, self.t = x, t
        self.loss = 0.5 * np.sum((x - t) ** 2) / self.n
        return self.loss

    def backward(self, dout=1):
        return dout * (self.y - self.t) / self.n
