# mistake: On the paths through mean and variance the sums along the row are divided by N, the number of samples, where they are divided by D.
# loses: dx three_axes
class LayerNorm:
    def __init__(self, gamma, beta, epsilon=1e-5):
        self.gamma = gamma
        self.beta = beta
        self.epsilon = epsilon
        self.x_hat = None
        self.std = None

    def forward(self, x):
        self.std = np.sqrt(x.var(axis=-1, keepdims=True) + self.epsilon)
        self.x_hat = (x - x.mean(axis=-1, keepdims=True)) / self.std
        return self.gamma * self.x_hat + self.beta

    def backward(self, dout):
        axes = tuple(range(dout.ndim - 1))
        self.dgamma = np.sum(dout * self.x_hat, axis=axes)
        self.dbeta = np.sum(dout, axis=axes)
        n = len(dout)
        dx_hat = dout * self.gamma
        total = dx_hat.sum(axis=-1, keepdims=True)
        total_hat = (dx_hat * self.x_hat).sum(axis=-1, keepdims=True)
        return (dx_hat - total / n - self.x_hat * total_hat / n) / self.std
