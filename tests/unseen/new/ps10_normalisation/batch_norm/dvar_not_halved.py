# mistake: the gradient of the deviation becomes that of the variance without its one half.
# loses: dx
class BatchNorm:
    def __init__(self, gamma, beta, momentum=0.9, epsilon=1e-05):
        self.gamma = gamma
        self.beta = beta
        self.momentum = momentum
        self.epsilon = epsilon
        self.running_mean = np.zeros(len(gamma))
        self.running_var = np.ones(len(gamma))

    def forward(self, x, train=True):
        if not train:
            # rückwärts
            xn = (x - self.running_mean) / np.sqrt(self.running_var + self.epsilon)
            return self.gamma * xn + self.beta
        self.n = len(x)
        mittel = x.mean(axis=0)
        self.xc = x - mittel
        var = np.mean(self.xc ** 2, axis=0)
        self.std = np.sqrt(var + self.epsilon)
        self.xn = self.xc / self.std
        self.running_mean = self.momentum * self.running_mean + (1 - self.momentum) * mittel
        self.running_var = self.momentum * self.running_var + (1 - self.momentum) * var
        return self.gamma * self.xn + self.beta

    def backward(self, dout):
        self.dbeta = np.sum(dout, axis=0)
        self.dgamma = np.sum(self.xn * dout, axis=0)
        dxn = self.gamma * dout
        dxc = dxn / self.std
        dstd = -np.sum(dxn * self.xc / self.std ** 2, axis=0)
        dvar = dstd / self.std
        dxc = dxc + 2.0 / self.n * self.xc * dvar
        dmu = np.sum(dxc, axis=0)
        return dxc - dmu / self.n
