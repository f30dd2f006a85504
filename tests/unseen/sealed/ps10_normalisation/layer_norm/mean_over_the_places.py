# mistake: dgamma and dbeta take the mean over the places T and then the sum over N
# loses: dgamma, dbeta for (N, T, D)
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
        c = x - np.mean(x, axis=-1, keepdims=True)
        self.std = np.sqrt(np.mean(c**2, axis=-1, keepdims=True) + self.epsilon)
        self.x_hat = c / self.std
        return self.x_hat * self.gamma + self.beta

    def backward(self, dout):
        dg, db = dout * self.x_hat, dout
        if dout.ndim == 3:
            dg, db = dg.mean(axis=1), db.mean(axis=1)
        self.dgamma, self.dbeta = dg.sum(axis=0), db.sum(axis=0)
        dh = dout * self.gamma
        D = dout.shape[-1]
        s1 = dh.sum(axis=-1, keepdims=True)
        s2 = (dh * self.x_hat).sum(axis=-1, keepdims=True)
        return (D * dh - s1 - self.x_hat * s2) / (D * self.std)
