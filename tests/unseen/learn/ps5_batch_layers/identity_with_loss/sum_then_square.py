# mistake: the differences of a sample are added up before they are squared.
# loses: loss
class IdentityWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.y, self.t = np.array(x), np.array(t)
        per_sample = np.sum(self.y - self.t, axis=1)
        self.loss = np.sum(per_sample ** 2) / 2 / len(per_sample)
        return self.loss

    def backward(self, dout=1):
        n = len(self.y)
        return dout / n * (self.y - self.t)
