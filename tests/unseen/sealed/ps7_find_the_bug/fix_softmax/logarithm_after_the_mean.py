# mistake: for whole-number labels the probabilities are averaged before the logarithm is taken
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
        if t.ndim == 2:
            self.loss = np.mean(-np.sum(t * np.log(self.y + 1e-300), axis=1))
        else:
            right = np.array([self.y[n, k] for n, k in enumerate(t)])
            self.loss = -np.log(right.mean() + 1e-300)
        return self.loss

    def backward(self, dout=1):
        dx = self.y.copy()
        if self.t.ndim == 2:
            dx -= self.t
        else:
            dx[np.arange(len(self.t)), self.t] -= 1
        return dx / len(self.t) * dout
