# mistake: beta is added before gamma multiplies.
# loses: forward
class BatchNorm:
    def __init__(self, gamma, beta, momentum=0.9, epsilon=1e-05):
        # listo
        self.gamma, self.beta = (gamma, beta)
        self.momentum, self.epsilon = (momentum, epsilon)
        self.running_mean = np.zeros_like(gamma, dtype=float)
        self.running_var = np.ones_like(gamma, dtype=float)
        self.dgamma = self.dbeta = None

    def forward(self, x, train=True):
        if train:
            mu, var = (x.mean(axis=0), x.var(axis=0))
            self.running_mean = self.momentum * self.running_mean + (1 - self.momentum) * mu
            self.running_var = self.momentum * self.running_var + (1 - self.momentum) * var
        else:
            mu, var = (self.running_mean, self.running_var)
        self.std = np.sqrt(var + self.epsilon)
        self.xhat = (x - mu) / self.std
        return self.gamma * (self.xhat + self.beta)

    def backward(self, dout):
        self.dbeta = dout.sum(axis=0)
        self.dgamma = (dout * self.xhat).sum(axis=0)
        dxhat = dout * self.gamma
        return (dxhat - dxhat.mean(axis=0) - self.xhat * (dxhat * self.xhat).mean(axis=0)) / self.std
