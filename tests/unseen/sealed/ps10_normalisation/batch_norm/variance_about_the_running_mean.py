# mistake: what goes into the running variance is measured about the running mean, not about the mean of the batch
# loses: running_var, evaluation after training
class BatchNorm:
    def __init__(self, gamma, beta, momentum=0.9, epsilon=1e-5):
        self.gamma, self.beta = gamma, beta
        self.momentum, self.epsilon = momentum, epsilon
        D = gamma.shape[0]
        self.running_mean, self.running_var = np.zeros(D), np.ones(D)
        self.x_hat = self.std = self.dgamma = self.dbeta = None

    def forward(self, x, train=True):
        if not train:
            return self.gamma * (x - self.running_mean) / np.sqrt(self.running_var + self.epsilon) + self.beta
        N = len(x)
        mu = x.sum(0) / N
        xc = x - mu
        self.std = np.sqrt((xc * xc).sum(0) / N + self.epsilon)
        self.x_hat = xc / self.std
        m = self.momentum
        self.running_mean = m * self.running_mean + (1 - m) * mu
        self.running_var = m * self.running_var + (1 - m) * ((x - self.running_mean) ** 2).mean(0)
        return self.gamma * self.x_hat + self.beta

    def backward(self, dout):
        N = len(dout)
        self.dgamma = np.einsum("nd,nd->d", dout, self.x_hat)
        self.dbeta = np.einsum("nd->d", dout)
        return self.gamma / (N * self.std) * (N * dout - self.dbeta - self.x_hat * self.dgamma)
