# mistake: scores are halved until none is above 50.
# loses: large_scores
class BrokenSoftmaxWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        while np.abs(x).max() > 50:
            x = x / 2
        self.t = t
        log_y = x - np.logaddexp.reduce(x, axis=1, keepdims=True)
        self.y = np.exp(log_y)
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
