# mistake: each forward adds its loss to those of the forwards before
# loses: loss from the second forward on
class IdentityWithLoss:
    def __init__(self):
        self.loss = 0.0
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.y = x
        self.t = t
        error = x - t
        self.loss += 0.5 * np.sum(error * error) / error.shape[0]
        return self.loss

    def backward(self, dout=1):
        return (self.y - self.t) * (dout / self.y.shape[0])
