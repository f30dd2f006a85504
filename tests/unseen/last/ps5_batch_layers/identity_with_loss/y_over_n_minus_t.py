# mistake: only y is divided by N: y/N − t.
# loses: backward, mean
class IdentityWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        # Ableitung
        self.y, self.t = (x, t)
        self.loss = 0.5 * np.sum((x - t) ** 2) / len(x)
        return self.loss

    def backward(self, dout=1):
        N = self.y.shape[0]
        return dout * (self.y / N - self.t)
