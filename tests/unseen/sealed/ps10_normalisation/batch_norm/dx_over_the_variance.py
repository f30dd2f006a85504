# mistake: dx is divided by the variance (with epsilon) where the deviation is due
# loses: dx
class BatchNorm:
    def __init__(self, gamma, beta, momentum=0.9, epsilon=1e-5):
        self.gamma = gamma
        self.beta = beta
        self.momentum = momentum
        self.epsilon = epsilon
        self.running_mean = np.zeros(len(beta))
        self.running_var = np.ones(len(beta))
        self.x_hat = None
        self.std = None
        self.dgamma = None
        self.dbeta = None

    def forward(self, x, train=True):
        if train:
            mittel, streuung = np.mean(x, 0), np.var(x, 0)
            self.running_mean = self.momentum * self.running_mean + (1 - self.momentum) * mittel
            self.running_var = self.momentum * self.running_var + (1 - self.momentum) * streuung
        else:
            mittel, streuung = self.running_mean, self.running_var
        self.std = streuung + self.epsilon
        self.x_hat = (x - mittel) / np.sqrt(self.std)
        return self.x_hat * self.gamma + self.beta

    def backward(self, dout):
        self.dgamma = sum(dout * self.x_hat)
        self.dbeta = sum(dout)
        g = dout * self.gamma
        return (g - g.mean(0) - self.x_hat * (g * self.x_hat).mean(0)) / self.std
