# mistake: backward divides self.t, which is the caller's array, in place by N: a second backward and the caller see the damage
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
        self.t /= len(self.y)
        return (self.y / len(self.y) - self.t) * dout
