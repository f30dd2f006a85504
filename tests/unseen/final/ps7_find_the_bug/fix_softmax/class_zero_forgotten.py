# mistake: backward takes labels != 0 only: class 0 keeps its 1
# loses: labels_gradient
class BrokenSoftmaxWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.t = t
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
            rows = np.flatnonzero(self.t)
            dx[rows, self.t[rows]] -= 1
        return dx / len(self.t) * dout
