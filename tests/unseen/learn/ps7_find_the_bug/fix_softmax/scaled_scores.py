# mistake: each row of scores is divided by its largest absolute value, so the probabilities are those of other scores.
# loses: large_scores, confident
class BrokenSoftmaxWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.t = t
        x = x / np.abs(x).max(axis=1, keepdims=True)
        powers = np.exp(x)
        self.y = powers / powers.sum(axis=1, keepdims=True)
        if t.ndim == 2:
            losses = -np.sum(t * np.log(self.y), axis=1)
        else:
            losses = -np.log(self.y[np.arange(len(t)), t])
        self.loss = losses.mean()
        return self.loss

    def backward(self, dout=1):
        dx = self.y.copy()
        if self.t.ndim == 2:
            dx -= self.t
        else:
            dx[np.arange(len(self.t)), self.t] -= 1
        return dx / len(self.t) * dout
