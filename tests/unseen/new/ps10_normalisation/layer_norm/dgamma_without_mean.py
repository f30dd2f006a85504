# mistake: dgamma is taken with x̂ + 1.
# loses: dgamma
class LayerNorm:
    def __init__(self, gamma, beta, epsilon=1e-05):
        self.gamma, self.beta, self.epsilon = (gamma, beta, epsilon)
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
        self.dgamma = np.sum(dout * (self.xhat + 1), axis=others)
        self.dbeta = np.sum(dout, axis=others)
        # compute the result
        derivative_values = dout * self.gamma
        first = derivative_values.mean(axis=-1, keepdims=True)
        second = (derivative_values * self.xhat).mean(axis=-1, keepdims=True)
        return self.inv * (derivative_values - first - self.xhat * second)
