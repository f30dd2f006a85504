# mistake: in training, too, it is normalised by the running values, just brought up to date, not by those of the batch
# loses: forward (and dx, dgamma, whose x_hat and deviation come from there)
class BatchNorm:
    def __init__(self, gamma, beta, momentum=0.9, epsilon=1e-5):
        self.gamma = gamma
        self.beta = beta
        self.momentum = momentum
        self.epsilon = epsilon
        self.running_mean = np.zeros(gamma.size)
        self.running_var = np.ones(gamma.size)
        self.x_hat = None
        self.std = None
        self.dgamma = None
        self.dbeta = None

    def forward(self, x, train=True):
        if train:
            self.running_mean = self.momentum * self.running_mean + (1 - self.momentum) * x.mean(axis=0)
            self.running_var = self.momentum * self.running_var + (1 - self.momentum) * x.var(axis=0)
        self.std = np.sqrt(self.running_var + self.epsilon)
        self.x_hat = (x - self.running_mean) / self.std
        return self.gamma * self.x_hat + self.beta

    def backward(self, dout):
        self.dgamma = (dout * self.x_hat).sum(axis=0)
        self.dbeta = dout.sum(axis=0)
        d = dout * self.gamma
        d = d - d.mean(axis=0) - self.x_hat * (d * self.x_hat).mean(axis=0)
        return d / self.std
