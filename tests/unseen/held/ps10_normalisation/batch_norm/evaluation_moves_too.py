# mistake: a forward with train=False moves the running values as well
# loses: running values after an evaluation

class BatchNorm:
    def __init__(self, gamma, beta, momentum=0.9, epsilon=1e-5):
        self.gamma, self.beta = gamma, beta
        self.momentum, self.epsilon = momentum, epsilon
        self.running_mean = np.zeros(gamma.shape)
        self.running_var = np.ones(gamma.shape)
        self.x_hat = self.std = self.dgamma = self.dbeta = None

    def forward(self, x, train=True):
        if train:
            mean, var = x.mean(axis=0), x.var(axis=0)
        else:
            mean, var = self.running_mean, self.running_var
        self.running_mean = self.momentum * self.running_mean + (1 - self.momentum) * x.mean(axis=0)
        self.running_var = self.momentum * self.running_var + (1 - self.momentum) * x.var(axis=0)
        self.std = np.sqrt(var + self.epsilon)
        self.x_hat = (x - mean) / self.std
        return self.gamma * self.x_hat + self.beta

    def backward(self, dout):
        n = dout.shape[0]
        self.dbeta = dout.sum(axis=0)
        self.dgamma = (dout * self.x_hat).sum(axis=0)
        return self.gamma / self.std / n * (n * dout - self.dbeta - self.x_hat * self.dgamma)
