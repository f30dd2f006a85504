# mistake: at the first training step the running values become those of the batch, in place of moving from 0 and 1
# loses: running_mean, running_var, evaluation after training
class BatchNorm:
    def __init__(self, gamma, beta, momentum=0.9, epsilon=1e-5):
        self.gamma = gamma
        self.beta = beta
        self.momentum = momentum
        self.epsilon = epsilon
        self.running_mean = np.zeros(gamma.shape)
        self.running_var = np.ones(gamma.shape)
        self.started = False
        self.x_hat = None
        self.std = None
        self.dgamma = None
        self.dbeta = None

    def track(self, mean, var):
        if not self.started:
            self.running_mean, self.running_var, self.started = mean, var, True
            return
        w = self.momentum
        self.running_mean = w * self.running_mean + (1 - w) * mean
        self.running_var = w * self.running_var + (1 - w) * var

    def forward(self, x, train=True):
        if train:
            mean, var = x.mean(axis=0), x.var(axis=0)
            self.track(mean, var)
        else:
            mean, var = self.running_mean, self.running_var
        self.std = (var + self.epsilon) ** 0.5
        self.x_hat = (x - mean) / self.std
        return self.gamma * self.x_hat + self.beta

    def backward(self, dout):
        self.dgamma = (dout * self.x_hat).sum(axis=0)
        self.dbeta = dout.sum(axis=0)
        n = len(dout)
        return self.gamma * (dout - self.dbeta / n - self.x_hat * self.dgamma / n) / self.std
