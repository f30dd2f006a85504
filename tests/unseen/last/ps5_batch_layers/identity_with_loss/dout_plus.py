# mistake: backward adds dout to the gradient instead of multiplying.
# loses: backward
class IdentityWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.y, self.t = x, t
        self.loss = 0.5 * np.sum((x - t) ** 2) / len(x)
        return self.loss

    def backward(self, dout=1):
        return (self.y - self.t) / len(self.t) + dout - 1
