# mistake: backward multiplies by gamma at the end instead of at the beginning.
# loses: dx
class LayerNorm:
    def __init__(self, gamma, beta, epsilon=1e-5):
        self.gamma, self.beta, self.epsilon = gamma, beta, epsilon
        self.dgamma = None
        self.dbeta = None

    def forward(self, x):
        mu = x.mean(axis=-1, keepdims=True)
        var = x.var(axis=-1, keepdims=True)
        self.inv = 1 / np.sqrt(var + self.epsilon)
        self.xhat = (x - mu) * self.inv
        return self.gamma * self.xhat + self.beta

    def backward(self, dout):
        others = tuple(range(dout.ndim - 1))
        self.dgamma = np.sum(dout * self.xhat, axis=others)
        self.dbeta = np.sum(dout, axis=others)
        d = dout
        first = d.mean(axis=-1, keepdims=True)
        second = (d * self.xhat).mean(axis=-1, keepdims=True)
        return self.gamma * self.inv * (d - first - self.xhat * second)
