# mistake: epsilon is added to the deviation, outside the root
# loses: forward, dx (clearly where the variance is small)
class LayerNorm:
    def __init__(self, gamma, beta, epsilon=1e-5):
        self.gamma, self.beta, self.epsilon = gamma, beta, epsilon
        self.x_hat, self.std, self.dgamma, self.dbeta = None, None, None, None

    def forward(self, x):
        self.std = np.std(x, axis=-1, keepdims=True) + self.epsilon
        self.x_hat = (x - np.mean(x, axis=-1, keepdims=True)) / self.std
        return self.gamma * self.x_hat + self.beta

    def backward(self, dout):
        rest = tuple(range(dout.ndim))[:-1]
        self.dgamma = (self.x_hat * dout).sum(rest)
        self.dbeta = dout.sum(rest)
        dn = dout * self.gamma
        m1 = dn.mean(axis=-1, keepdims=True)
        m2 = (dn * self.x_hat).mean(axis=-1, keepdims=True)
        return (dn - m1 - m2 * self.x_hat) / self.std
