# mistake: the loss adds up the lengths of the samples' differences, without their squares.
# loses: loss
class IdentityWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.y, self.t = (x, t)
        self.loss = np.linalg.norm(x - t, axis=1).sum() / (2 * len(x))
        return self.loss

    def backward(self, dout=1):
        return dout * (self.y - self.t) / len(self.t)
