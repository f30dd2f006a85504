# mistake: in evaluation it is divided by the root of the running variance alone, without epsilon
# loses: evaluation
class BatchNorm:
    def __init__(self, gamma, beta, momentum=0.9, epsilon=1e-5):
        self.gamma = gamma
        self.beta = beta
        self.momentum = momentum
        self.epsilon = epsilon
        self.running_mean = np.zeros(len(gamma))
        self.running_var = np.ones(len(gamma))
        self.x_hat = None
        self.std = None
        self.dgamma = None
        self.dbeta = None

    def forward(self, x, train=True):
        if train:
            moy = np.mean(x, axis=0)
            var = np.var(x, axis=0)
            self.running_mean = self.momentum * self.running_mean + (1 - self.momentum) * moy
            self.running_var = self.momentum * self.running_var + (1 - self.momentum) * var
            self.std = np.sqrt(var + self.epsilon)
            self.x_hat = (x - moy) / self.std
        else:
            self.std = np.sqrt(self.running_var)
            self.x_hat = (x - self.running_mean) / self.std
        return self.x_hat * self.gamma + self.beta

    def backward(self, dout):
        N = dout.shape[0]
        self.dgamma = np.sum(dout * self.x_hat, axis=0)
        self.dbeta = np.sum(dout, axis=0)
        dxh = dout * self.gamma
        centre = self.x_hat * self.std
        dvar = np.sum(dxh * centre, axis=0) * -0.5 / self.std**3
        dmoy = -np.sum(dxh, axis=0) / self.std
        return dxh / self.std + dvar * 2 * centre / N + dmoy / N
