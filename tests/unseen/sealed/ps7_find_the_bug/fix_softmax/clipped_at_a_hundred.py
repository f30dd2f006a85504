# mistake: the scores are clipped to -100 ... 100, so 1000 and 990 become the same
# loses: large_scores
class BrokenSoftmaxWithLoss:
    """Softmax, then cross-entropy."""

    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.t = t
        powers = np.exp(np.clip(x, -100, 100))
        self.y = powers / powers.sum(axis=1, keepdims=True)
        log_y = np.log(self.y)
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
            dx[np.arange(len(self.t)), self.t] -= 1
        return dx / len(self.t) * dout
