# mistake: ε is added to the standard deviation, √var + ε, where it stands inside the root.
# loses: forward dx
class LayerNorm:
    def __init__(self, gamma, beta, epsilon=1e-5):
        self.gamma, self.beta, self.epsilon = gamma, beta, epsilon

    def forward(self, x):
        mean = np.mean(x, axis=-1, keepdims=True)
        self.sigma = np.std(x, axis=-1, keepdims=True)
        self.x_hat = (x - mean) / (self.sigma + self.epsilon)
        return self.x_hat * self.gamma + self.beta

    def backward(self, dout):
        axes = tuple(range(dout.ndim - 1))
        self.dgamma = np.sum(dout * self.x_hat, axis=axes)
        self.dbeta = np.sum(dout, axis=axes)
        g = dout * self.gamma
        # x_hat = c / (sigma + eps), d sigma / d x = c / (D sigma)
        s = self.sigma + self.epsilon
        c = self.x_hat * s
        unit = c / np.where(self.sigma == 0, 1, self.sigma)
        return (g - g.mean(-1, keepdims=True) - unit * (g * self.x_hat).mean(-1, keepdims=True)) / s
