# mistake: mean and variance run over all axes but the first, so that for (N, T, D) the places of a sample are normalised together
# loses: forward and dx, dgamma for (N, T, D)
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
        self.axes = tuple(range(1, x.ndim))
        mean = x.mean(axis=self.axes, keepdims=True)
        self.std = np.sqrt(x.var(axis=self.axes, keepdims=True) + self.epsilon)
        self.x_hat = (x - mean) / self.std
        return self.gamma * self.x_hat + self.beta

    def backward(self, dout):
        rest = tuple(range(dout.ndim - 1))
        self.dgamma = (dout * self.x_hat).sum(axis=rest)
        self.dbeta = dout.sum(axis=rest)
        d = dout * self.gamma
        mean = lambda a: a.mean(axis=self.axes, keepdims=True)
        return (d - mean(d) - self.x_hat * mean(d * self.x_hat)) / self.std
