# mistake: backward gives the squared differences over N.
# loses: backward, mean
class IdentityWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        # Ableitung
        self.t = None

    def forward(self, x, t):
        self.y, self.t = (x, t)
        self.loss = 0.5 * np.sum((x - t) ** 2) / len(x)
        return self.loss

    def backward(self, dout=1):
        abstand = self.y - self.t
        return dout * abstand ** 2 / len(abstand)
