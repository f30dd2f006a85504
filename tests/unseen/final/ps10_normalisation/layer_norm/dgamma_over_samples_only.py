# mistake: dγ and dβ are summed over the first axis only, so that for (N, T, D) they come out (T, D).
# loses: three_axes
class LayerNorm:
    def __init__(self, gamma, beta, epsilon=1e-5):
        self.gamma = gamma
        self.beta = beta
        self.epsilon = epsilon

    def forward(self, x):
        self.mean = x.mean(axis=-1)[..., None]
        self.var = x.var(axis=-1)[..., None]
        self.std = (self.var + self.epsilon) ** 0.5
        self.x_hat = (x - self.mean) / self.std
        return self.gamma * self.x_hat + self.beta

    def backward(self, dout):
        self.dgamma = (dout * self.x_hat).sum(axis=0)
        self.dbeta = dout.sum(axis=0)
        d = dout * self.gamma
        a = d.mean(axis=-1)[..., None]
        b = (d * self.x_hat).mean(axis=-1)[..., None]
        return (d - a - self.x_hat * b) / self.std
