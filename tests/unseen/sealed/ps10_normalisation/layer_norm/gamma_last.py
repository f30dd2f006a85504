# mistake: dx takes the means of dout without gamma and multiplies by gamma at the very end; gamma differs along the axis of the means
# loses: dx (where gamma isn't the same everywhere)
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
        self.std = np.sqrt(x.var(-1, keepdims=True) + self.epsilon)
        self.x_hat = (x - x.mean(-1, keepdims=True)) / self.std
        return self.x_hat * self.gamma + self.beta

    def backward(self, dout):
        D = dout.shape[-1]
        self.dgamma = (dout * self.x_hat).reshape(-1, D).sum(0)
        self.dbeta = dout.reshape(-1, D).sum(0)
        inner = dout - dout.mean(-1, keepdims=True) - self.x_hat * (dout * self.x_hat).mean(-1, keepdims=True)
        return self.gamma * inner / self.std
