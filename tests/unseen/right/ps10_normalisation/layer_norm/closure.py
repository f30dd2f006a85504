# mistake: none: forward keeps a closure that backward calls; transposed so that the last axis comes first.
# loses: nothing
class LayerNorm:
    def __init__(self, gamma, beta, epsilon=1e-5):
        self.gamma, self.beta, self.epsilon = gamma, beta, epsilon
        self._back = None

    def forward(self, x):
        rows = x.reshape(-1, x.shape[-1]).T
        mu = rows.mean(axis=0)
        s = np.sqrt(((rows - mu) ** 2).mean(axis=0) + self.epsilon)
        hat = (rows - mu) / s

        def back(dout):
            d = dout.reshape(-1, dout.shape[-1]).T
            self.dgamma, self.dbeta = (d * hat).sum(axis=1), d.sum(axis=1)
            dh = d * self.gamma[:, None]
            return ((dh - dh.mean(axis=0) - hat * (dh * hat).mean(axis=0)) / s).T.reshape(x.shape)

        self._back = back
        return (self.gamma[:, None] * hat + self.beta[:, None]).T.reshape(x.shape)

    def backward(self, dout):
        return self._back(dout)
