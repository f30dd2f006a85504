# mistake: dx subtracts the means of dout and of dout · x_hat as dbeta / N and dgamma / N, without gamma, from dout · gamma
# loses: dx (where gamma isn't 1)
class BatchNorm:
    def __init__(self, gamma, beta, momentum=0.9, epsilon=1e-5):
        self.gamma = gamma
        self.beta = beta
        self.momentum = momentum
        self.epsilon = epsilon
        self.running_mean = np.zeros_like(beta)
        self.running_var = np.ones_like(beta)
        self.x_hat = None
        self.std = None
        self.dgamma = None
        self.dbeta = None

    def forward(self, x, train=True):
        m, v = (x.mean(0), x.var(0)) if train else (self.running_mean, self.running_var)
        if train:
            self.running_mean = self.running_mean + (1 - self.momentum) * (m - self.running_mean)
            self.running_var = self.running_var + (1 - self.momentum) * (v - self.running_var)
        self.std = np.sqrt(v + self.epsilon)
        self.x_hat = (x - m) / self.std
        return self.gamma * self.x_hat + self.beta

    def backward(self, dout):
        N = dout.shape[0]
        self.dgamma = (dout * self.x_hat).sum(0)
        self.dbeta = dout.sum(0)
        dx = (self.gamma * dout - self.dbeta / N - self.x_hat * self.dgamma / N) / self.std
        return dx
