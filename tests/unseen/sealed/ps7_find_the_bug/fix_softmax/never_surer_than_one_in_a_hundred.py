# mistake: inside the logarithm y is raised to at least 0.01, so a loss never exceeds 4.6 however sure the wrong answer
# loses: confident
class BrokenSoftmaxWithLoss:
    """Softmax, then cross-entropy.

    loss  a number, the mean over the batch
    y     (N, C), the probabilities
    t     the labels: (N, C) one-hot, or (N,) whole numbers
    """

    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.t = t
        powers = np.exp(x - x.max(axis=1, keepdims=True))
        self.y = powers / powers.sum(axis=1, keepdims=True)
        safe = np.maximum(self.y, 0.01)
        if t.ndim == 2:  # one-hot
            losses = -np.sum(t * np.log(safe), axis=1)
        else:  # whole numbers
            losses = -np.log(safe[np.arange(len(t)), t])
        self.loss = losses.mean()
        return self.loss

    def backward(self, dout=1):
        dx = self.y.copy()
        if self.t.ndim == 2:
            dx -= self.t
        else:
            dx[np.arange(len(self.t)), self.t] -= 1
        return dx / len(self.t) * dout
