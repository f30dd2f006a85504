# mistake: against large scores the mean over the whole batch is taken off, which doesn't prevent overflow.
# loses: large_scores
class BrokenSoftmaxWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.t = t
        powers = np.exp(x - x.mean())
        self.y = powers / powers.sum(axis=1, keepdims=True)
        rows = np.arange(len(x))
        classes = t if t.ndim == 1 else t.argmax(axis=1)
        self.loss = -np.log(self.y[rows, classes] + 1e-12).mean()
        return self.loss

    def backward(self, dout=1):
        dx = self.y.copy()
        if self.t.ndim == 2:
            dx -= self.t
        else:
            dx[np.arange(len(dx)), self.t] -= 1
        return dx / len(self.t) * dout
