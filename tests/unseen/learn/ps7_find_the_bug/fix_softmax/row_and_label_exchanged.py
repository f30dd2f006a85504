# mistake: with whole-number labels the loss takes y[t, sample] (modulo the shape) instead of y[sample, t].
# loses: labels_loss
class BrokenSoftmaxWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.t = t
        powers = np.exp(x - x.max(axis=1, keepdims=True))
        self.y = powers / powers.sum(axis=1, keepdims=True)
        n, c = self.y.shape
        if t.ndim == 2:
            p = np.sum(self.y * t, axis=1)
        else:
            p = self.y[t % n, np.arange(n) % c]
        self.loss = -np.mean(np.log(p + 1e-300))
        return self.loss

    def backward(self, dout=1):
        dx = self.y.copy()
        if self.t.ndim == 2:
            dx -= self.t
        else:
            dx[np.arange(len(dx)), self.t] -= 1
        return dx / len(self.t) * dout
