# mistake: y - t is kept by forward and divided by N in place in backward, so a second backward divides once more
# loses: labels_gradient
class BrokenSoftmaxWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None
        self.dx = None

    def forward(self, x, t):
        self.t = t
        powers = np.exp(x - x.max(axis=1, keepdims=True))
        self.y = powers / powers.sum(axis=1, keepdims=True)
        hot = t if t.ndim == 2 else np.eye(x.shape[1])[t]
        self.dx = self.y - hot
        losses = -np.sum(hot * np.log(self.y + 1e-300), axis=1)
        self.loss = losses.mean()
        return self.loss

    def backward(self, dout=1):
        self.dx /= len(self.t)
        return self.dx * dout
