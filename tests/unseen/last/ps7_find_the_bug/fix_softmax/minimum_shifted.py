# mistake: the smallest score of each row is taken off.
# loses: large_scores, confident
class BrokenSoftmaxWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.t = t
        powers = np.exp(x - x.min(axis=1, keepdims=True))
        self.y = powers / powers.sum(axis=1, keepdims=True)
        p = (self.y * t).sum(axis=1) if t.ndim == 2 else self.y[np.arange(len(t)), t]
        self.loss = -np.log(p + 1e-12).mean()
        return self.loss

    def backward(self, dout=1):
        dx = self.y.copy()
        if self.t.ndim == 2:
            dx -= self.t
        else:
            dx[np.arange(len(self.t)), self.t] -= 1
        return dx / len(self.t) * dout
