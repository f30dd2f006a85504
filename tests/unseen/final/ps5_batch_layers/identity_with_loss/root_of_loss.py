# mistake: the loss is the root of it (RMSE)
# loses: loss
class IdentityWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.y, self.t = x, t
        self.loss = np.sqrt(np.sum((x - t) ** 2) / (2 * len(x)))
        return self.loss

    def backward(self, dout=1):
        return (self.y - self.t) * dout / len(self.y)
