# mistake: With train=False it divides by √running_var, without the ε.
# loses: evaluation
class BatchNorm:
    def __init__(self, gamma, beta, momentum=0.9, epsilon=1e-5):
        self.gamma, self.beta = gamma, beta
        self.momentum, self.epsilon = momentum, epsilon
        self.running_mean = np.zeros_like(gamma)
        self.running_var = np.ones_like(gamma)

    def forward(self, x, train=True):
        if not train:
            return self.gamma * (x - self.running_mean) / np.sqrt(self.running_var) + self.beta
        mu, var = x.mean(axis=0), x.var(axis=0)
        self.running_mean = self.momentum * self.running_mean + (1 - self.momentum) * mu
        self.running_var = self.momentum * self.running_var + (1 - self.momentum) * var
        self.std = np.sqrt(var + self.epsilon)
        self.x_hat = (x - mu) / self.std
        return self.gamma * self.x_hat + self.beta

    def backward(self, dout):
        self.dgamma = (dout * self.x_hat).sum(axis=0)
        self.dbeta = dout.sum(axis=0)
        d = dout * self.gamma
        return (d - d.mean(axis=0) - self.x_hat * (d * self.x_hat).mean(axis=0)) / self.std
