class IdentityWithLoss:
    __slots__ = ("y", "t", "loss")

    def forward(self, x, t):
        self.y, self.t = x, t
        self.loss = float(np.linalg.norm(x - t) ** 2) / (2 * x.shape[0])
        return self.loss

    def backward(self, dout=1):
        return (dout / self.y.shape[0]) * np.asfortranarray(self.y - self.t)
