# mistake: what overflows to NaN in y is filled with 1/C.
# loses: large_scores
class BrokenSoftmaxWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.t = t
        with np.errstate(all='ignore'):
            powers = np.exp(x)
            self.y = np.nan_to_num(powers / powers.sum(axis=1, keepdims=True), nan=1 / x.shape[1])
        p = (self.y * t).sum(axis=1) if t.ndim == 2 else self.y[np.arange(len(t)), t]
        self.loss = -np.log(p + 1e-12).mean()
        return self.loss

    def backward(self, dout=1):
        res = self.y.copy()
        if self.t.ndim == 2:
            res -= self.t
        else:
            res[np.arange(len(self.t)), self.t] -= 1
        return res / len(self.t) * dout
