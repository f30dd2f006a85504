# mistake: an infinite loss is replaced by 0, so the surest wrong answers cost nothing
# loses: confident
class BrokenSoftmaxWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.t = t
        e = np.exp(x - np.max(x, axis=1, keepdims=True))
        self.y = e / np.sum(e, axis=1, keepdims=True)
        labels = t.argmax(axis=1) if t.ndim == 2 else t
        with np.errstate(divide="ignore"):
            losses = -np.log(self.y[np.arange(len(labels)), labels])
        losses[np.isinf(losses)] = 0.0
        self.loss = losses.mean()
        return self.loss

    def backward(self, dout=1):
        dx = self.y.copy()
        if self.t.ndim == 2:
            dx -= self.t
        else:
            dx[np.arange(len(self.t)), self.t] -= 1
        return dx / len(self.t) * dout
