class BatchNorm:
    """Column by column, with the whole Jacobian of x̂; dout is used up."""

    def __init__(self, gamma, beta, momentum=0.9, epsilon=1e-5):
        self.gamma = gamma
        self.beta = beta
        self.momentum = momentum
        self.epsilon = epsilon
        self.running_mean = np.zeros(gamma.size)
        self.running_var = np.ones(gamma.size)

    def forward(self, x, train=True):
        out = np.empty(x.shape)
        self.columns = []
        for d in range(x.shape[1]):
            if train:
                mean, var = x[:, d].mean(), x[:, d].var()
                self.running_mean[d] = self.momentum * self.running_mean[d] + (1 - self.momentum) * mean
                self.running_var[d] = self.momentum * self.running_var[d] + (1 - self.momentum) * var
            else:
                mean, var = self.running_mean[d], self.running_var[d]
            std = np.sqrt(var + self.epsilon)
            x_hat = (x[:, d] - mean) / std
            self.columns.append((x_hat, std))
            out[:, d] = self.gamma[d] * x_hat + self.beta[d]
        return out

    def backward(self, dout):
        n = len(dout)
        dx = np.zeros(dout.shape)
        self.dgamma, self.dbeta = np.zeros(dout.shape[1]), np.zeros(dout.shape[1])
        for d, (x_hat, std) in enumerate(self.columns):
            jacobian = (np.eye(n) - 1 / n - np.outer(x_hat, x_hat) / n) / std
            self.dgamma[d] = dout[:, d] @ x_hat
            self.dbeta[d] = dout[:, d].sum()
            dx[:, d] = jacobian @ (dout[:, d] * self.gamma[d])
        dout *= 0
        return dx
