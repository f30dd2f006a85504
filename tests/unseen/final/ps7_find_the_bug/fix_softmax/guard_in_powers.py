# mistake: the constant is added to the powers, so y of small scores is wrong by 0.1
# loses: large_scores, confident
class BrokenSoftmaxWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.t = t
        powers = np.exp(x - x.max(axis=1, keepdims=True)) + 0.1
        self.y = powers / powers.sum(axis=1, keepdims=True)
        labels = t if t.ndim == 1 else t.argmax(axis=1)
        self.loss = -np.log(self.y[np.arange(len(x)), labels]).mean()
        return self.loss

    def backward(self, dout=1):
        dx = self.y.copy()
        labels = self.t if self.t.ndim == 1 else self.t.argmax(axis=1)
        dx[np.arange(len(dx)), labels] -= 1
        return dx / len(self.t) * dout
