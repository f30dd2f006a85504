# mistake: np.take without an axis reads the labels' probabilities from the first row of y
# loses: fix_softmax: labels_loss
class BrokenSoftmaxWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.t = t
        powers = np.exp(x - np.max(x, axis=1, keepdims=True))
        self.y = powers / np.sum(powers, axis=1, keepdims=True)
        if t.ndim == 2:  # one-hot
            losses = -np.sum(t * np.log(self.y + 1e-7), axis=1)
        else:  # whole numbers
            losses = -np.log(np.take(self.y, t) + 1e-7)
        self.loss = losses.mean()
        return self.loss

    def backward(self, dout=1):
        dx = self.y.copy()
        if self.t.ndim == 2:
            dx -= self.t
        else:
            for n, k in enumerate(self.t):
                dx[n, k] -= 1
        return dx / len(self.t) * dout
