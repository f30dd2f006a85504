# mistake: the loss is half the mean length of the rows of y - t, the root of the sum of squares, not that sum
# loses: loss
class IdentityWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.y = x
        self.t = t
        self.loss = 0.5 * np.sum(np.linalg.norm(self.y - self.t, axis=1)) / len(x)
        return self.loss

    def backward(self, dout=1):
        return dout * (self.y - self.t) / len(self.y)
