class IdentityWithLoss:
    def forward(self, x, t):
        self.error = np.subtract(x, t)
        self.y = x.copy()
        self.loss = np.einsum("nc,nc->", self.error, self.error) / 2 / len(x)
        return self.loss

    def backward(self, dout=1):
        return self.error * (dout / len(self.error))
