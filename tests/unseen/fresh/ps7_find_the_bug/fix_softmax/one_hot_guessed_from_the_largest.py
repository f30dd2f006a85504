# mistake: t.max() > 1 is taken for whole-number labels, so labels (N,) that are all 0 or 1 are treated as one-hot
# loses: fix_softmax: labels_loss, labels_gradient (labels 0 and 1 only)
class BrokenSoftmaxWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.t = t
        powers = np.exp(x - x.max(axis=1, keepdims=True))
        self.y = powers / powers.sum(axis=1, keepdims=True)
        self.whole_numbers = t.max() > 1
        if self.whole_numbers:
            losses = -np.log(self.y[np.arange(len(t)), t] + 1e-12)
        else:
            losses = -np.sum(t * np.log(self.y + 1e-12), axis=1)
        self.loss = losses.mean()
        return self.loss

    def backward(self, dout=1):
        dx = self.y.copy()
        if self.whole_numbers:
            dx[np.arange(len(dx)), self.t] -= 1
        else:
            dx -= self.t
        return dx / len(self.t) * dout
