# mistake: backward takes the variance for a constant, and only the mean for a function of x.
# loses: dx

class BatchNorm:
    def __init__(self, gamma, beta, momentum=0.9, epsilon=1e-5):
        self.gamma, self.beta = gamma, beta
        self.momentum, self.epsilon = momentum, epsilon
        self.running_mean = np.zeros(len(gamma))
        self.running_var = np.ones(len(gamma))
        self.x_hat = None
        self.std = None
        self.dgamma = None
        self.dbeta = None

    def forward(self, x, train=True):
        if not train:
            return self.gamma * (x - self.running_mean) / np.sqrt(self.running_var + self.epsilon) + self.beta
        m = np.mean(x, axis=0)
        v = np.mean((x - m) ** 2, axis=0)
        self.std = np.sqrt(v + self.epsilon)
        self.x_hat = (x - m) / self.std
        self.running_mean = self.momentum * self.running_mean + (1 - self.momentum) * m
        self.running_var = self.momentum * self.running_var + (1 - self.momentum) * v
        return self.gamma * self.x_hat + self.beta

    def backward(self, dout):
        self.dgamma = np.sum(dout * self.x_hat, axis=0)
        self.dbeta = np.sum(dout, axis=0)
        dxhat = dout * self.gamma
        dx = (dxhat - dxhat.mean(axis=0)) / self.std
        return dx
