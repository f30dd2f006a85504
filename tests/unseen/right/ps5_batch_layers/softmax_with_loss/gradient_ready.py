# mistake: none: forward computes the gradient already, by its own log-sum-exp, without softmax or cross_entropy_error
# loses: nothing
class SoftmaxWithLoss:
    def __init__(self):
        self.loss = self.y = self.t = None

    def forward(self, x, t):
        n, c = x.shape
        self.t = t
        zeilen = np.eye(c)[t] if np.ndim(t) == 1 else np.asarray(t, dtype=float)
        log_y = x - np.logaddexp.reduce(x, axis=1)[:, None]
        self.y = np.exp(log_y)
        self.loss = float(np.sum(-log_y[zeilen == 1]) / n)
        self._grad = (self.y - zeilen) / n
        return self.loss

    def backward(self, dout=1):
        return self._grad * dout
