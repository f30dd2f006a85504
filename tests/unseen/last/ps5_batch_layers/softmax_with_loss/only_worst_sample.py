# mistake: backward gives a gradient for the sample with the largest loss alone.
# loses: one_hot, labels
class SoftmaxWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.t = t
        self.y = softmax(x)
        self.loss = cross_entropy_error(self.y, t)
        return self.loss

    def backward(self, dout=1):
        n, c = self.y.shape
        t = self.t if self.t.ndim == 2 else np.eye(c)[self.t]
        p = (self.y * t).sum(axis=1)
        dx = np.zeros_like(self.y)
        k = p.argmin()
        dx[k] = (self.y[k] - t[k]) / n
        return dout * dx
