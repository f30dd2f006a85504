# mistake: Mean and variance are taken over all numbers of a sample, T and D together, where each place has its own over the last axis.
# loses: three_axes
class LayerNorm:
    def __init__(self, gamma, beta, epsilon=1e-5):
        self.gamma = gamma
        self.beta = beta
        self.epsilon = epsilon

    def forward(self, x):
        self.axes = tuple(range(1, x.ndim))
        mean = x.mean(axis=self.axes, keepdims=True)
        self.std = np.sqrt(x.var(axis=self.axes, keepdims=True) + self.epsilon)
        self.x_hat = (x - mean) / self.std
        return self.gamma * self.x_hat + self.beta

    def backward(self, dout):
        others = tuple(range(dout.ndim - 1))
        self.dgamma = (dout * self.x_hat).sum(axis=others)
        self.dbeta = dout.sum(axis=others)
        d = dout * self.gamma
        mean = d.mean(axis=self.axes, keepdims=True)
        along = (d * self.x_hat).mean(axis=self.axes, keepdims=True)
        return (d - mean - self.x_hat * along) / self.std
