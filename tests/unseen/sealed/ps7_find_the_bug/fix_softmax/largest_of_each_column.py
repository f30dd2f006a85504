# mistake: the largest score of each column (class) is subtracted, not that of each row: this changes the probabilities
# loses: large_scores, confident, labels_loss, labels_gradient
class BrokenSoftmaxWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.t = t
        shifted = x - x.max(axis=0)
        powers = np.exp(shifted)
        total = powers.sum(axis=1, keepdims=True)
        self.y = powers / total
        log_y = shifted - np.log(total)
        if t.ndim == 2:
            losses = -np.sum(t * log_y, axis=1)
        else:
            losses = -log_y[range(len(t)), t]
        self.loss = losses.mean()
        return self.loss

    def backward(self, dout=1):
        dx = self.y.copy()
        if self.t.ndim == 2:
            dx -= self.t
        else:
            dx[range(len(self.t)), self.t] -= 1
        return dx / len(self.t) * dout
