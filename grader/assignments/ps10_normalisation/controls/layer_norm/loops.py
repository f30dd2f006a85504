class LayerNorm:
    """Place by place."""

    def __init__(self, gamma, beta, epsilon=1e-5):
        self.gamma, self.beta, self.epsilon = gamma, beta, epsilon

    def forward(self, x):
        self.x = x.copy()
        out = np.zeros(x.shape)
        for place in np.ndindex(x.shape[:-1]):
            out[place] = self.gamma * self.normal(place)[0] + self.beta
        return out

    def normal(self, place):
        row = self.x[place]
        std = np.sqrt(((row - row.mean()) ** 2).mean() + self.epsilon)
        return (row - row.mean()) / std, std

    def backward(self, dout):
        dx, self.dgamma, self.dbeta = np.zeros(dout.shape), 0.0 * self.gamma, 0.0 * self.beta
        for place in np.ndindex(dout.shape[:-1]):
            x_hat, std = self.normal(place)
            self.dgamma += dout[place] * x_hat
            self.dbeta += dout[place]
            g = dout[place] * self.gamma
            dx[place] = (g - g.mean() - x_hat * (g @ x_hat) / len(g)) / std
        return dx
