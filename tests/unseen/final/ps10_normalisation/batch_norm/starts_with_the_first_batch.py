# mistake: In the first forward the running values are set to those of the batch, where they begin at zeros and ones and move by a part 1 − momentum.
# loses: running
class BatchNorm:
    def __init__(self, gamma, beta, momentum=0.9, epsilon=1e-5):
        self.gamma = gamma
        self.beta = beta
        self.momentum = momentum
        self.epsilon = epsilon
        self.running_mean = np.zeros_like(gamma)
        self.running_var = np.ones_like(gamma)
        self.begun = False

    def forward(self, x, train=True):
        if train:
            mean, var = x.mean(axis=0), x.var(axis=0)
            if not self.begun:
                self.running_mean, self.running_var, self.begun = mean, var, True
            else:
                self.running_mean = self.momentum * self.running_mean + (1 - self.momentum) * mean
                self.running_var = self.momentum * self.running_var + (1 - self.momentum) * var
        else:
            mean, var = self.running_mean, self.running_var
        self.std = np.sqrt(var + self.epsilon)
        self.x_hat = (x - mean) / self.std
        return self.gamma * self.x_hat + self.beta

    def backward(self, dout):
        self.dgamma = (dout * self.x_hat).sum(axis=0)
        self.dbeta = dout.sum(axis=0)
        dx_hat = self.gamma * dout
        through_mean = dx_hat.mean(axis=0)
        through_var = self.x_hat * (dx_hat * self.x_hat).mean(axis=0)
        return (dx_hat - through_mean - through_var) / self.std
