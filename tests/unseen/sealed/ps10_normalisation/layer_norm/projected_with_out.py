# mistake: dx multiplies by out (scaled and shifted) where x_hat is due, in the mean that the variance brings
# loses: dx (where gamma isn't 1 or beta isn't 0)
class LayerNorm:
    def __init__(self, gamma, beta, epsilon=1e-5):
        self.gamma = gamma
        self.beta = beta
        self.epsilon = epsilon
        self.x_hat = None
        self.std = None
        self.dgamma = None
        self.dbeta = None

    def forward(self, x):
        mean, var = x.mean(axis=-1, keepdims=True), x.var(axis=-1, keepdims=True)
        self.std = np.sqrt(var + self.epsilon)
        self.x_hat = (x - mean) / self.std
        self.out = self.gamma * self.x_hat + self.beta
        return self.out

    def backward(self, dout):
        axes = tuple(i for i in range(dout.ndim - 1))
        self.dgamma = np.sum(dout * self.x_hat, axis=axes)
        self.dbeta = np.sum(dout, axis=axes)
        g = dout * self.gamma
        along = np.mean(g * self.out, axis=-1, keepdims=True)
        dx = (g - np.mean(g, axis=-1, keepdims=True) - self.x_hat * along) / self.std
        return dx
