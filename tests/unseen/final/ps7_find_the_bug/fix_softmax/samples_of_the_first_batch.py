# mistake: N is noted at the first forward, batches of another size are divided by it
# loses: labels_gradient
class BrokenSoftmaxWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None
        self.n = 0

    def forward(self, x, t):
        self.t = t
        self.n = self.n or len(x)
        powers = np.exp(x - x.max(axis=1, keepdims=True))
        self.y = powers / powers.sum(axis=1, keepdims=True)
        if t.ndim == 2:
            losses = -np.sum(t * np.log(self.y + 1e-7), axis=1)
        else:
            losses = -np.log(self.y[np.arange(len(t)), t] + 1e-7)
        self.loss = losses.mean()
        return self.loss

    def backward(self, dout=1):
        dx = self.y.copy()
        if self.t.ndim == 2:
            dx -= self.t
        else:
            dx[np.arange(len(dx)), self.t] -= 1
        return dx / self.n * dout
