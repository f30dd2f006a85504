# mistake: The running values always move by a tenth, whatever momentum was given.
# loses: running
class BatchNorm:
    def __init__(self, gamma, beta, momentum=0.9, epsilon=1e-5):
        self.gamma, self.beta, self.momentum, self.epsilon = gamma, beta, momentum, epsilon
        self.running_mean, self.running_var = np.zeros_like(gamma), np.ones_like(gamma)

    def forward(self, x, train=True):
        mu, var = (x.mean(axis=0), x.var(axis=0)) if train else (self.running_mean, self.running_var)
        if train:
            self.running_mean = 0.9 * self.running_mean + 0.1 * mu
            self.running_var = 0.9 * self.running_var + 0.1 * var
        self.std = np.sqrt(var + self.epsilon)
        self.x_hat = (x - mu) / self.std
        return self.gamma * self.x_hat + self.beta

    def backward(self, dout):
        self.dbeta, self.dgamma = dout.sum(axis=0), (dout * self.x_hat).sum(axis=0)
        d = dout * self.gamma
        return (d - d.mean(axis=0) - self.x_hat * (d * self.x_hat).mean(axis=0)) / self.std
