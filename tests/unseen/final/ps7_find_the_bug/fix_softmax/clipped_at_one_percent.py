# mistake: y is clipped to at least 0.01 before the logarithm, so no mistake costs more than 4.6
# loses: confident
class BrokenSoftmaxWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.t = t
        powers = np.exp(x - x.max(axis=1, keepdims=True))
        self.y = powers / powers.sum(axis=1, keepdims=True)
        log_y = np.log(np.maximum(self.y, 0.01))
        if t.ndim == 2:
            losses = -np.sum(t * log_y, axis=1)
        else:
            losses = -log_y[np.arange(len(t)), t]
        self.loss = losses.mean()
        return self.loss

    def backward(self, dout=1):
        dx = self.y.copy()
        if self.t.ndim == 2:
            dx -= self.t
        else:
            dx[np.arange(len(dx)), self.t] -= 1
        return dx / len(self.t) * dout
