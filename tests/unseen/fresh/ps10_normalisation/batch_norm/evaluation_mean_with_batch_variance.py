# mistake: evaluation takes the running mean but the variance of the batch at hand
# loses: evaluation

class BatchNorm:
    def __init__(self, gamma, beta, momentum=0.9, epsilon=1e-5):
        self.gamma = gamma
        self.beta = beta
        self.momentum = momentum
        self.epsilon = epsilon
        self.running_mean = np.zeros(len(gamma))
        self.running_var = np.ones(len(gamma))
        self.x_hat = self.std = self.dgamma = self.dbeta = None

    def forward(self, x, train=True):
        if train:
            mu, var = x.mean(axis=0), x.var(axis=0)
            self.running_mean = self.momentum * self.running_mean + (1 - self.momentum) * mu
            self.running_var = self.momentum * self.running_var + (1 - self.momentum) * var
        else:
            mu, var = self.running_mean, x.var(axis=0)
        self.xc = x - mu
        self.std = np.sqrt(var + self.epsilon)
        self.x_hat = self.xc / self.std
        return self.gamma * self.x_hat + self.beta

    def backward(self, dout):
        N = dout.shape[0]
        self.dbeta = dout.sum(axis=0)
        self.dgamma = (dout * self.x_hat).sum(axis=0)
        dxn = dout * self.gamma
        dxc = dxn / self.std
        dstd = -(dxn * self.xc).sum(axis=0) / self.std**2
        dvar = 0.5 * dstd / self.std
        dxc = dxc + 2.0 / N * self.xc * dvar
        dmu = dxc.sum(axis=0)
        return dxc - dmu / N
