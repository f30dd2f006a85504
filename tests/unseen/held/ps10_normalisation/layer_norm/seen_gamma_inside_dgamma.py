# mistake: dgamma is summed from dout·gamma, which is the gradient of x_hat, in place of dout.
# loses: dgamma

class LayerNorm:
    def __init__(self, gamma, beta, epsilon=1e-5):
        self.gamma, self.beta, self.epsilon = gamma, beta, epsilon
        self.x_hat = self.std = self.dgamma = self.dbeta = None

    def forward(self, x):
        zentriert = x - x.mean(axis=-1, keepdims=True)
        self.std = np.sqrt((zentriert**2).mean(axis=-1, keepdims=True) + self.epsilon)
        self.x_hat = zentriert / self.std
        return self.x_hat * self.gamma + self.beta

    def backward(self, dout):
        D = dout.shape[-1]
        dx_hat = dout * self.gamma
        self.dgamma = (dx_hat * self.x_hat).reshape(-1, D).sum(axis=0)
        self.dbeta = dout.reshape(-1, D).sum(axis=0)
        s1 = dx_hat.sum(axis=-1, keepdims=True)
        s2 = (dx_hat * self.x_hat).sum(axis=-1, keepdims=True)
        return (D * dx_hat - s1 - self.x_hat * s2) / (D * self.std)
