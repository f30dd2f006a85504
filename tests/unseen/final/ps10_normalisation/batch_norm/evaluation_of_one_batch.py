# mistake: With train=False the running values are used only for a batch of one; a larger batch is normalised by its own mean and variance.
# loses: evaluation
class BatchNorm:
    def __init__(self, gamma, beta, momentum=0.9, epsilon=1e-5):
        self.gamma, self.beta, self.momentum, self.epsilon = gamma, beta, momentum, epsilon
        self.running_mean, self.running_var = np.zeros_like(gamma), np.ones_like(gamma)

    def forward(self, x, train=True):
        mu, var = x.mean(axis=0), x.var(axis=0)
        if train:
            self.running_mean = self.momentum * self.running_mean + (1 - self.momentum) * mu
            self.running_var = self.momentum * self.running_var + (1 - self.momentum) * var
        elif len(x) == 1:
            mu, var = self.running_mean, self.running_var
        self.std = np.sqrt(var + self.epsilon)
        self.x_hat = (x - mu) / self.std
        return self.gamma * self.x_hat + self.beta

    def backward(self, dout):
        self.dbeta, self.dgamma = dout.sum(axis=0), (dout * self.x_hat).sum(axis=0)
        d = dout * self.gamma
        return (d - d.mean(axis=0) - self.x_hat * (d * self.x_hat).mean(axis=0)) / self.std
