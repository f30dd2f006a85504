# mistake: x̂ and s are kept in the class, so with two layers backward of the first works with those of the second.
# loses: repeated
class LayerNorm:
    kept = {}

    def __init__(self, gamma, beta, epsilon=1e-5):
        self.gamma, self.beta, self.epsilon = gamma, beta, epsilon

    def forward(self, x):
        s = np.sqrt(x.var(axis=-1, keepdims=True) + self.epsilon)
        x_hat = (x - x.mean(axis=-1, keepdims=True)) / s
        self.kept.update(x_hat=x_hat, s=s)
        return self.gamma * x_hat + self.beta

    def backward(self, dout):
        x_hat, s = self.kept["x_hat"], self.kept["s"]
        others = tuple(range(dout.ndim - 1))
        self.dgamma, self.dbeta = (dout * x_hat).sum(axis=others), dout.sum(axis=others)
        d = dout * self.gamma
        return (d - d.mean(-1, keepdims=True) - x_hat * (d * x_hat).mean(-1, keepdims=True)) / s
