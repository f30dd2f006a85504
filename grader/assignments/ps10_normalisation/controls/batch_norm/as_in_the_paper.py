class BatchNorm:
    """Step by step as Ioffe and Szegedy have it, with gradients of the variance and of the mean."""

    def __init__(self, gamma, beta, momentum=0.9, epsilon=1e-5):
        self.gamma, self.beta, self.momentum, self.eps = gamma, beta, momentum, epsilon
        self.running_mean, self.running_var = np.zeros(gamma.shape), np.ones(gamma.shape)

    def forward(self, x, train=True):
        n = x.shape[0]
        if train:
            mu = 1.0 / n * np.sum(x, axis=0)
            self.xmu = x - mu
            self.var = 1.0 / n * np.sum(self.xmu**2, axis=0)
            self.running_mean = self.running_mean * self.momentum + mu * (1 - self.momentum)
            self.running_var = self.running_var * self.momentum + self.var * (1 - self.momentum)
            self.ivar = 1.0 / np.sqrt(self.var + self.eps)
            return self.gamma * (self.xmu * self.ivar) + self.beta
        return (x - self.running_mean) / np.sqrt(self.running_var + self.eps) * self.gamma + self.beta

    def backward(self, dout):
        n = dout.shape[0]
        self.dbeta = np.sum(dout, axis=0)
        self.dgamma = np.sum(dout * self.xmu * self.ivar, axis=0)
        dxhat = dout * self.gamma
        dvar = np.sum(dxhat * self.xmu, axis=0) * -0.5 * self.ivar**3
        dmu = np.sum(-dxhat * self.ivar, axis=0) + dvar * np.mean(-2.0 * self.xmu, axis=0)
        return dxhat * self.ivar + dvar * 2.0 * self.xmu / n + dmu / n
