# mistake: none: ½‖y − t‖²/N by np.linalg.norm, dx kept from forward; dout ignored as the book does (advice)
# loses: nothing
class IdentityWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.y, self.t = x.copy(), t.copy()
        self.error = self.y - self.t
        self.loss = np.linalg.norm(self.error) ** 2 / (2 * len(x))
        return self.loss

    def backward(self, dout=1):
        return self.error / len(self.error)
