# mistake: errors beyond 1 count linearly in the loss (Huber), the backward stays y − t
# loses: loss
class IdentityWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.y, self.t = x, t
        e = np.abs(x - t)
        self.loss = np.sum(np.where(e < 1, 0.5 * e**2, e - 0.5)) / len(x)
        return self.loss

    def backward(self, dout=1):
        return dout * (self.y - self.t) / len(self.y)
