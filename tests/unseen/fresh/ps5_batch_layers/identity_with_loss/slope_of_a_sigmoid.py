# mistake: backward multiplies by y(1 - y), the slope of a sigmoid, where there is only the identity
# loses: identity_with_loss: backward
class IdentityWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.y = np.copy(x)
        self.t = np.copy(t)
        self.loss = np.sum((self.y - self.t) ** 2) / (2 * self.y.shape[0])
        return self.loss

    def backward(self, dout=1):
        erreur = (self.y - self.t) / self.y.shape[0]
        return dout * erreur * self.y * (1 - self.y)
