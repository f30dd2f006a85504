# mistake: exp still overflows, and NaN is turned into 0 by nan_to_num: large scores get probability 0
# loses: fix_softmax: large_scores
class BrokenSoftmaxWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.t = t
        powers = np.exp(x)
        self.y = np.nan_to_num(powers / powers.sum(axis=1, keepdims=True))
        if t.ndim == 2:
            losses = -np.sum(t * np.log(self.y + 1e-10), axis=1)
        else:
            losses = -np.log(self.y[np.arange(len(t)), t] + 1e-10)
        self.loss = losses.mean()
        return self.loss

    def backward(self, dout=1):
        dx = self.y.copy()
        if self.t.ndim == 2:
            dx -= self.t
        else:
            dx[np.arange(len(self.t)), self.t] -= 1
        return dx / len(self.t) * dout
