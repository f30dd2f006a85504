# mistake: dgamma and dbeta are summed over the first axis only, so with three axes they keep one row for each place.
# loses: shape of dgamma and dbeta for (N, T, D)

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
        mu = np.mean(x, axis=-1, keepdims=True)
        var = np.var(x, axis=-1, keepdims=True)
        self.std = np.sqrt(var + self.epsilon)
        self.x_hat = (x - mu) / self.std
        return self.gamma * self.x_hat + self.beta

    def backward(self, dout):
        self.dgamma = np.sum(dout * self.x_hat, axis=0)
        self.dbeta = np.sum(dout, axis=0)
        h = dout * self.gamma
        dx = h - np.mean(h, axis=-1, keepdims=True)
        dx -= self.x_hat * np.mean(h * self.x_hat, axis=-1, keepdims=True)
        dx /= self.std
        return dx
