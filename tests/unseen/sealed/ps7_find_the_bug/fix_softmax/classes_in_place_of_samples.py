# mistake: for whole-number labels the gradient is divided by the number of classes, dx.shape[1], not by that of the samples
# loses: labels_gradient
class BrokenSoftmaxWithLoss:
    """Softmax, then cross-entropy."""

    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.t = t
        m = x.max(axis=1, keepdims=True)
        logsum = m + np.log(np.sum(np.exp(x - m), axis=1, keepdims=True))
        log_y = x - logsum
        self.y = np.exp(log_y)
        if t.ndim == 2:
            losses = -np.sum(t * log_y, axis=1)
        else:
            losses = -log_y[np.arange(t.shape[0]), t]
        self.loss = losses.mean()
        return self.loss

    def backward(self, dout=1):
        if self.t.ndim == 2:
            return (self.y - self.t) / len(self.t) * dout
        dx = self.y - np.eye(self.y.shape[1])[self.t]
        return dx / dx.shape[1] * dout
