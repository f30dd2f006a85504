# mistake: backward gives the sign of the differences over N.
# loses: backward, mean
class IdentityWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.y, self.t = x, t
        self.loss = np.sum((x - t) ** 2) / (2 * len(x))
        return self.loss

    def backward(self, dout=1):
        return dout * np.sign(self.y - self.t) / len(self.t)
