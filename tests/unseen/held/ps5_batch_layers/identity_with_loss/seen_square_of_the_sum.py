# mistake: The differences of a sample are added up before they are squared.
# loses: loss

class IdentityWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.y = x
        self.t = t
        self.loss = 0.5 * np.sum(np.sum(x - t, axis=1) ** 2) / len(x)
        return self.loss

    def backward(self, dout=1):
        return dout * (self.y - self.t) / len(self.y)
