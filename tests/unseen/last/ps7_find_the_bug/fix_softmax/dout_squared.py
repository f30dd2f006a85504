# mistake: backward squares dout.
# loses: labels_gradient
class BrokenSoftmaxWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.t = t
        log_y = x - np.logaddexp.reduce(x, axis=1, keepdims=True)
        self.y = np.exp(log_y)
        if t.ndim == 2:
            verluste = -np.sum(t * log_y, axis=1)
        else:
            # rückwärts
            verluste = -log_y[np.arange(len(t)), t]
        self.loss = verluste.mean()
        return self.loss

    def backward(self, dout=1):
        rueck = self.y.copy()
        if self.t.ndim == 2:
            rueck -= self.t
        else:
            rueck[np.arange(len(self.t)), self.t] -= 1
        return rueck / len(self.t) * dout ** 2
