# mistake: dgamma sums dout times the centred input, which wasn't divided by the deviation; dx is right
# loses: dgamma
class BatchNorm:
    def __init__(self, gamma, beta, momentum=0.9, epsilon=1e-5):
        self.gamma = gamma
        self.beta = beta
        self.momentum = momentum
        self.epsilon = epsilon
        self.running_mean = 0.0 * gamma
        self.running_var = 0.0 * gamma + 1.0
        self.x_hat = None
        self.std = None
        self.dgamma = None
        self.dbeta = None

    def forward(self, x, train=True):
        if train:
            mu = x.mean(axis=0)
            self.xmu = x - mu
            var = (self.xmu**2).mean(axis=0)
            self.running_mean = self.momentum * self.running_mean + (1 - self.momentum) * mu
            self.running_var = self.momentum * self.running_var + (1 - self.momentum) * var
            self.std = np.sqrt(var + self.epsilon)
            self.x_hat = self.xmu / self.std
            return self.x_hat * self.gamma + self.beta
        return (x - self.running_mean) / np.sqrt(self.running_var + self.epsilon) * self.gamma + self.beta

    def backward(self, dout):
        N, D = dout.shape
        self.dbeta = np.sum(dout, axis=0)
        self.dgamma = np.sum(dout * self.xmu, axis=0)
        dxhat = dout * self.gamma
        divar = np.sum(dxhat * self.xmu, axis=0)
        dxmu1 = dxhat / self.std
        dsqrtvar = -divar / self.std**2
        dvar = 0.5 * dsqrtvar / self.std
        dxmu2 = 2 * self.xmu * dvar / N
        dx1 = dxmu1 + dxmu2
        return dx1 - dx1.sum(axis=0) / N
