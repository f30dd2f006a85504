# mistake: With train=False the batch is still normalised by its own mean and variance; only the running values are left alone.
# loses: forward with train=False

class BatchNorm:
    def __init__(self, gamma, beta, momentum=0.9, epsilon=1e-5):
        self.gamma = gamma
        self.beta = beta
        self.momentum = momentum
        self.epsilon = epsilon
        D = gamma.shape[0]
        self.running_mean, self.running_var = np.zeros(D), np.ones(D)
        self.x_hat = None
        self.std = None
        self.dgamma = None
        self.dbeta = None

    def forward(self, x, train=True):
        mu = x.mean(0)
        var = x.var(0)
        if train:
            self.running_mean = self.running_mean * self.momentum + mu * (1 - self.momentum)
            self.running_var = self.running_var * self.momentum + var * (1 - self.momentum)
        self.std = (var + self.epsilon) ** 0.5
        self.x_hat = (x - mu) / self.std
        return self.gamma * self.x_hat + self.beta

    def backward(self, dout):
        self.dgamma = np.einsum("nd,nd->d", dout, self.x_hat)
        self.dbeta = np.einsum("nd->d", dout)
        g = dout * self.gamma
        return (g - g.mean(0) - self.x_hat * (g * self.x_hat).mean(0)) / self.std
