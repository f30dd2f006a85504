# mistake: running_var gathers the standard deviation √(var + ε) of the batch, where it gathers the variance.
# loses: running
class BatchNorm:
    def __init__(self, gamma, beta, momentum=0.9, epsilon=1e-5):
        self.gamma = gamma
        self.beta = beta
        self.momentum = momentum
        self.epsilon = epsilon
        self.running_mean = np.zeros(gamma.shape)
        self.running_var = np.ones(gamma.shape)

    def _move(self, old, new):
        return self.momentum * old + (1 - self.momentum) * new

    def forward(self, x, train=True):
        if train:
            mean = x.mean(0)
            self.std = np.sqrt(x.var(0) + self.epsilon)
            self.running_mean = self._move(self.running_mean, mean)
            self.running_var = self._move(self.running_var, self.std)
        else:
            mean = self.running_mean
            self.std = np.sqrt(self.running_var + self.epsilon)
        self.x_hat = (x - mean) / self.std
        return self.x_hat * self.gamma + self.beta

    def backward(self, dout):
        n = len(dout)
        self.dgamma = np.einsum("nd,nd->d", dout, self.x_hat)
        self.dbeta = np.einsum("nd->d", dout)
        # gamma / (n s) (n dout - dbeta - x_hat dgamma)
        return self.gamma / (n * self.std) * (n * dout - self.dbeta - self.x_hat * self.dgamma)
