# mistake: The ε that the layer was made with is not used: it is 1e-5 whatever was given.
# loses: forward
class LayerNorm:
    def __init__(self, gamma, beta, epsilon=1e-5):
        self.gamma = gamma
        self.beta = beta
        self.epsilon = 1e-5

    def forward(self, x):
        centred = x - x.mean(axis=-1, keepdims=True)
        self.std = np.sqrt(np.mean(centred**2, axis=-1, keepdims=True) + self.epsilon)
        self.x_hat = centred / self.std
        return self.gamma * self.x_hat + self.beta

    def backward(self, dout):
        axes = tuple(range(dout.ndim - 1))
        self.dgamma = np.sum(dout * self.x_hat, axis=axes)
        self.dbeta = np.sum(dout, axis=axes)
        d = self.gamma * dout
        first = d.mean(axis=-1, keepdims=True)
        second = (d * self.x_hat).mean(axis=-1, keepdims=True)
        return (d - first - self.x_hat * second) / self.std
