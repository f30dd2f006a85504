# mistake: On the path through the variance the 2 of ∂v/∂x = 2(x − μ)/N is forgotten, so that path counts half.
# loses: dx
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
            mu = np.mean(x, axis=0)
            var = np.var(x, axis=0)
            self.running_mean = self.momentum * self.running_mean + (1 - self.momentum) * mu
            self.running_var = self.momentum * self.running_var + (1 - self.momentum) * var
        else:
            mu = self.running_mean
            var = self.running_var
        self.centred = x - mu
        self.std = np.sqrt(var + self.epsilon)
        self.x_hat = self.centred / self.std
        return self.gamma * self.x_hat + self.beta

    def backward(self, dout):
        n = dout.shape[0]
        self.dgamma = np.sum(dout * self.x_hat, axis=0)
        self.dbeta = np.sum(dout, axis=0)
        dx_hat = dout * self.gamma
        # the three paths, one by one
        dvar = np.sum(dx_hat * self.centred, axis=0) * -0.5 / self.std**3
        dmean = -np.sum(dx_hat, axis=0) / self.std
        direct = dx_hat / self.std
        return direct + dmean / n + dvar * self.centred / n
