# mistake: the loss is divided by samples times outputs
# loses: the loss with several outputs

class IdentityWithLoss:
    def __init__(self):
        self.loss = self.y = self.t = None

    def forward(self, x, t):
        self.y, self.t = x, t
        self.loss = 0.5 * np.mean((x - t) ** 2)
        return self.loss

    def backward(self, dout=1):
        return dout * (self.y - self.t) / len(self.y)
