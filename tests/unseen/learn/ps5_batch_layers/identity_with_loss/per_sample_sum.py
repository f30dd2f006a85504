# mistake: backward gives all entries of a sample the sum of its differences.
# loses: backward, mean
class IdentityWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.y, self.t = x, t
        self.loss = 0.5 * np.sum((x - t) ** 2) / x.shape[0]
        return self.loss

    def backward(self, dout=1):
        diff = self.y - self.t
        total = diff.sum(axis=1, keepdims=True)
        return dout * total * np.ones_like(diff) / len(diff)
