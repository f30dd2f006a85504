# mistake: the running variance gathers the unbiased variance, divided by N - 1
# loses: running_var

class BatchNorm:
    def __init__(self, gamma, beta, momentum=0.9, epsilon=1e-5):
        self.gamma, self.beta = gamma, beta
        self.momentum, self.epsilon = momentum, epsilon
        d = len(gamma)
        self.running_mean, self.running_var = np.zeros(d), np.ones(d)

    def forward(self, x, train=True):
        if not train:
            x_norm = (x - self.running_mean) / np.sqrt(self.running_var + self.epsilon)
            return self.gamma * x_norm + self.beta
        mu = np.mean(x, axis=0)
        self.xc = x - mu
        var = np.mean(self.xc**2, axis=0)
        self.std = np.sqrt(var + self.epsilon)
        self.xn = self.xc / self.std
        self.running_mean = self.momentum * self.running_mean + (1 - self.momentum) * mu
        self.running_var = self.momentum * self.running_var + (1 - self.momentum) * var * len(x) / max(len(x) - 1, 1)
        return self.gamma * self.xn + self.beta

    def backward(self, dout):
        batch_size = len(dout)
        self.dbeta = dout.sum(axis=0)
        self.dgamma = np.sum(self.xn * dout, axis=0)
        dxn = self.gamma * dout
        dxc = dxn / self.std
        dstd = -np.sum(dxn * self.xc / self.std**2, axis=0)
        dvar = 0.5 * dstd / self.std
        dxc += 2.0 / batch_size * self.xc * dvar
        dmu = np.sum(dxc, axis=0)
        return dxc - dmu / batch_size
