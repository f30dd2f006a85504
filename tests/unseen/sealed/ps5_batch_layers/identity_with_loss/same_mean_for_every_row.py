# mistake: backward averages y - t over the batch and gives every row that same mean
# loses: backward
class IdentityWithLoss:
    """The identity and half the squares in one block."""

    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.y, self.t = x.copy(), t.copy()
        self.loss = ((self.y - self.t) ** 2).sum() / (2 * x.shape[0])
        return self.loss

    def backward(self, dout=1):
        mean_error = np.mean(self.y - self.t, axis=0)
        return dout * np.tile(mean_error, (self.y.shape[0], 1))
