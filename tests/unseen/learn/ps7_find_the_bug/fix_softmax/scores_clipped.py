# mistake: the scores are clipped to [−20, 20] so that nothing overflows, which changes y and the loss of larger ones.
# loses: large_scores
class BrokenSoftmaxWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.t = t
        powers = np.exp(np.clip(x, -20, 20))
        self.y = powers / powers.sum(axis=1, keepdims=True)
        if t.ndim == 2:
            picked = (self.y * t).sum(axis=1)
        else:
            picked = self.y[np.arange(len(t)), t]
        self.loss = -np.log(picked).mean()
        return self.loss

    def backward(self, dout=1):
        dx = self.y.copy()
        if self.t.ndim == 2:
            dx -= self.t
        else:
            dx[np.arange(len(dx)), self.t] -= 1
        return dx / len(self.t) * dout
