# mistake: In dx the layer's own dout takes the place of dx̂: γ is forgotten.
# loses: dx
class BatchNorm:
    def __init__(self, gamma, beta, momentum=0.9, epsilon=1e-5):
        self.gamma = gamma
        self.beta = beta
        self.momentum = momentum
        self.epsilon = epsilon
        self.running_mean = 0 * gamma
        self.running_var = 0 * gamma + 1

    def forward(self, x, train=True):
        m = self.momentum
        if train:
            mu, v = x.mean(axis=0), x.var(axis=0)
            self.running_mean = m * self.running_mean + (1 - m) * mu
            self.running_var = m * self.running_var + (1 - m) * v
        else:
            mu, v = self.running_mean, self.running_var
        self.std = (v + self.epsilon) ** 0.5
        self.x_hat = (x - mu) / self.std
        return self.gamma * self.x_hat + self.beta

    def backward(self, dout):
        x_hat = self.x_hat
        self.dbeta = dout.sum(axis=0)
        self.dgamma = (x_hat * dout).sum(axis=0)
        return (dout - dout.mean(axis=0) - x_hat * (dout * x_hat).mean(axis=0)) / self.std
