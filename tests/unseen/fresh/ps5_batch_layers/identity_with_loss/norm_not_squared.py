# mistake: the loss is half the norm of the differences over N, the square is missing
# loses: identity_with_loss: the loss
class IdentityWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.y = x
        self.t = t
        self.loss = 0.5 * np.linalg.norm(self.y - self.t) / len(x)
        return self.loss

    def backward(self, dout=1):
        return dout * (self.y - self.t) / len(self.y)
