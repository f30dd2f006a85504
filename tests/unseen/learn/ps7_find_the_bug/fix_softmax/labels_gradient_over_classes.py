# mistake: with whole-number labels backward divides by the number of classes.
# loses: labels_gradient
class BrokenSoftmaxWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.t = t
        shifted = x - x.max(axis=1, keepdims=True)
        log_y = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        self.y = np.exp(log_y)
        one_hot = t if t.ndim == 2 else np.eye(x.shape[1])[t]
        self.loss = -np.sum(one_hot * log_y) / len(x)
        return self.loss

    def backward(self, dout=1):
        if self.t.ndim == 2:
            return (self.y - self.t) / len(self.t) * dout
        n, c = self.y.shape
        dx = self.y.copy()
        dx[np.arange(n), self.t] -= 1
        return dx / c * dout
