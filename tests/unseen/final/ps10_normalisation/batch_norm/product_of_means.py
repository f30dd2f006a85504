# mistake: The last term of dx takes mean(dx̂) · mean(x̂), which is 0, where it takes the mean of the product dx̂ ⊙ x̂.
# loses: dx
class BatchNorm:
    def __init__(self, gamma, beta, momentum=0.9, epsilon=1e-5):
        self.gamma = gamma
        self.beta = beta
        self.momentum = momentum
        self.epsilon = epsilon
        self.running_mean = np.zeros(gamma.shape[0])
        self.running_var = np.ones(gamma.shape[0])

    def forward(self, x, train=True):
        if train:
            mu = x.mean(axis=0)
            xc = x - mu
            var = (xc**2).mean(axis=0)
            self.running_mean = self.momentum * self.running_mean + (1 - self.momentum) * mu
            self.running_var = self.momentum * self.running_var + (1 - self.momentum) * var
        else:
            xc = x - self.running_mean
            var = self.running_var
        self.std = np.sqrt(var + self.epsilon)
        self.x_hat = xc / self.std
        return self.gamma * self.x_hat + self.beta

    def backward(self, dout):
        self.dbeta = dout.sum(axis=0)
        self.dgamma = np.sum(self.x_hat * dout, axis=0)
        dx_hat = dout * self.gamma
        mean = lambda a: a.mean(axis=0)
        return 1 / self.std * (dx_hat - mean(dx_hat) - self.x_hat * (mean(dx_hat) * mean(self.x_hat)))
