# mistake: The pairing of rows and labels is repaired in forward, and backward still takes 1 off whole columns.
# loses: backward with whole-number labels

class BrokenSoftmaxWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.t = t
        x = x - x.max(axis=1, keepdims=True)
        powers = np.exp(x)
        sums = powers.sum(axis=1, keepdims=True)
        self.y = powers / sums
        log_y = x - np.log(sums)
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
            dx[:, self.t] -= 1
        return dx / len(self.t) * dout
