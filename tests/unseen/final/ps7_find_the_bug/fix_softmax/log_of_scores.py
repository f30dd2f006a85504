# mistake: the logarithm of y is replaced by the shifted score, ln Σ is forgotten: the loss is −(x_k − max)
# loses: labels_loss
class BrokenSoftmaxWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.t = t
        s = x - x.max(axis=1, keepdims=True)
        powers = np.exp(s)
        self.y = powers / powers.sum(axis=1, keepdims=True)
        k = t if t.ndim == 1 else t.argmax(axis=1)
        self.loss = -s[np.arange(len(s)), k].mean()
        return self.loss

    def backward(self, dout=1):
        dx = self.y.copy()
        if self.t.ndim == 2:
            dx -= self.t
        else:
            dx[np.arange(len(dx)), self.t] -= 1
        return dx / len(self.t) * dout
