class BatchNorm:
    """dx from dgamma and dbeta, running values changed in place."""

    def __init__(self, gamma, beta, momentum=0.9, epsilon=1e-5):
        self.gamma, self.beta = gamma, beta
        self.m, self.e = momentum, epsilon
        self.running_mean = np.zeros_like(gamma, dtype=float)
        self.running_var = np.ones_like(gamma, dtype=float)

    def forward(self, x, train=True):
        mean, var = (np.mean(x, 0), np.var(x, 0)) if train else (self.running_mean, self.running_var)
        if train:
            self.running_mean += (1 - self.m) * (mean - self.running_mean)
            self.running_var += (1 - self.m) * (var - self.running_var)
        self.inverse = (var + self.e) ** -0.5
        self.normal = (x - mean) * self.inverse
        return self.normal * self.gamma + self.beta

    def backward(self, dout):
        n = len(dout)
        self.dgamma = np.einsum("nd,nd->d", dout, self.normal)
        self.dbeta = np.einsum("nd->d", dout)
        return self.gamma * self.inverse / n * (n * dout - self.dbeta - self.normal * self.dgamma)
