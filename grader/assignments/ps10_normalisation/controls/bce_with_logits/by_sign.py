class BCEWithLogits:
    """The larger of z and 0, and what is left."""

    def forward(self, z, t):
        self.t = t
        small = np.exp(-np.abs(z))
        self.y = np.where(z >= 0, 1 / (1 + small), small / (1 + small))
        loss = np.maximum(z, 0) - z * t + np.log1p(small)
        return np.mean(loss)

    def backward(self, dout=1):
        return dout * (self.y - self.t) / self.t.size
