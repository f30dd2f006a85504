class IdentityWithLoss:
    def forward(self, x, t):
        self.y = x
        self.t = t
        return 0.5 * np.sum((x - t) ** 2) / x.shape[0]

    def backward(self, dout=1):
        return (self.y - self.t) / self.t.shape[0]
