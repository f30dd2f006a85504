# mistake: epsilon is added to the standard deviation, outside the root.
# loses: forward where epsilon counts

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
            mittel = x.mean(axis=0)
            streuung = x.var(axis=0)
            a = self.momentum
            self.running_mean = a * self.running_mean + (1 - a) * mittel
            self.running_var = a * self.running_var + (1 - a) * streuung
        else:
            mittel = self.running_mean
            streuung = self.running_var
        self.std = np.sqrt(streuung) + self.epsilon
        self.x_hat = (x - mittel) / self.std
        return self.x_hat * self.gamma + self.beta

    def backward(self, dout):
        n = len(dout)
        self.dgamma = (dout * self.x_hat).sum(axis=0)
        self.dbeta = dout.sum(axis=0)
        return self.gamma / (n * self.std) * (n * dout - self.dbeta - self.x_hat * self.dgamma)
