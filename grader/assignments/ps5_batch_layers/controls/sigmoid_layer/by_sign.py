class SigmoidLayer:
    def forward(self, x):
        self.out = np.empty(np.shape(x), dtype=float)
        positive = x >= 0
        self.out[positive] = 1.0 / (1.0 + np.exp(-x[positive]))
        powers = np.exp(x[~positive])
        self.out[~positive] = powers / (1.0 + powers)
        return self.out

    def backward(self, dout):
        return np.multiply(dout, self.out - self.out**2)
