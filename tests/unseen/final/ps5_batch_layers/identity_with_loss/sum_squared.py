# mistake: squares the sum of the errors of a sample in place of adding up the squares
# loses: loss
class IdentityWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.y, self.t = x, t
        fehler = np.sum(x - t, axis=1)
        self.loss = np.sum(fehler**2) / (2 * len(x))
        return self.loss

    def backward(self, dout=1):
        return (self.y - self.t) * dout / len(self.y)
