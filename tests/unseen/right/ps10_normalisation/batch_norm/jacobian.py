# mistake: none: dx by a Jacobian for each column, running values moved in place.
# loses: nothing
class BatchNorm:
    def __init__(self, gamma, beta, momentum=0.9, epsilon=1e-5):
        self.gamma, self.beta, self.m, self.eps = gamma, beta, momentum, epsilon
        self.running_mean, self.running_var = np.zeros(len(gamma)), np.ones(len(gamma))

    def forward(self, x, train=True):
        mu, v = (x.mean(0), (x * x).mean(0) - x.mean(0) ** 2) if train else (self.running_mean, self.running_var)
        v = x.var(0) if train else v
        if train:
            self.running_mean += (1 - self.m) * (mu - self.running_mean)
            self.running_var += (1 - self.m) * (v - self.running_var)
        self.s = np.sqrt(v + self.eps)
        self.xh = (x - mu) / self.s
        return np.einsum("nd,d->nd", self.xh, self.gamma) + self.beta

    def backward(self, dout):
        n, d = dout.shape
        self.dgamma, self.dbeta = np.einsum("nd,nd->d", dout, self.xh), dout.T @ np.ones(n)
        dx = np.empty_like(dout)
        for j in range(d):
            h = self.xh[:, j]
            jacobian = (np.eye(n) - 1 / n - np.outer(h, h) / n) / self.s[j]
            dx[:, j] = jacobian @ (self.gamma[j] * dout[:, j])
        return dx
