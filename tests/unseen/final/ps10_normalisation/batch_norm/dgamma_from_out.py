# mistake: dγ sums dout ⊙ out, where it sums dout ⊙ x̂.
# loses: dgamma
class BatchNorm:
    def __init__(self, gamma, beta, momentum=0.9, epsilon=1e-5):
        self.gamma = gamma
        self.beta = beta
        self.momentum = momentum
        self.epsilon = epsilon
        self.running_mean = np.zeros(len(gamma))
        self.running_var = np.ones(len(gamma))

    def forward(self, x, train=True):
        if train:
            mean = np.mean(x, axis=0)
            var = np.mean((x - mean) ** 2, axis=0)
            self.running_mean = self.momentum * self.running_mean + (1 - self.momentum) * mean
            self.running_var = self.momentum * self.running_var + (1 - self.momentum) * var
        else:
            mean, var = self.running_mean, self.running_var
        self.std = np.sqrt(var + self.epsilon)
        self.x_hat = (x - mean) / self.std
        self.out = self.gamma * self.x_hat + self.beta
        return self.out

    def backward(self, dout):
        self.dgamma = np.sum(dout * self.out, axis=0)
        self.dbeta = np.sum(dout, axis=0)
        dx_hat = dout * self.gamma
        dx = dx_hat - dx_hat.mean(axis=0) - self.x_hat * np.mean(dx_hat * self.x_hat, axis=0)
        return dx / self.std
