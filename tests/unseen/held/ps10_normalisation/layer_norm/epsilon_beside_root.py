# mistake: epsilon is added to the root, outside of it
# loses: the output, most of all for rows with a small variance

class LayerNorm:
    def __init__(self, gamma, beta, epsilon=1e-5):
        self.gamma, self.beta, self.epsilon = gamma, beta, epsilon
        self.x_hat = self.std = self.dgamma = self.dbeta = None

    def forward(self, x):
        centred = x - x.mean(axis=-1, keepdims=True)
        self.std = np.sqrt(np.mean(centred**2, axis=-1, keepdims=True)) + self.epsilon
        self.x_hat = centred / self.std
        return self.x_hat * self.gamma + self.beta

    def backward(self, dout):
        others = tuple(range(dout.ndim - 1))
        self.dgamma = np.sum(dout * self.x_hat, axis=others)
        self.dbeta = np.sum(dout, axis=others)
        g = dout * self.gamma
        dx = g - g.mean(axis=-1, keepdims=True) - self.x_hat * np.mean(g * self.x_hat, axis=-1, keepdims=True)
        return dx / self.std
