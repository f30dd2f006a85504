# mistake: the forms are told apart by their type: one-hot rows of whole numbers are taken for labels
# loses: labels_loss, labels_gradient
class BrokenSoftmaxWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.t = t
        powers = np.exp(x - x.max(axis=1, keepdims=True))
        self.y = powers / powers.sum(axis=1, keepdims=True)
        if t.dtype.kind == "f":
            losses = -np.sum(t * np.log(self.y + 1e-7), axis=1)
        else:
            losses = -np.log(self.y[np.arange(len(t)), t] + 1e-7)
        self.loss = losses.mean()
        return self.loss

    def backward(self, dout=1):
        dx = self.y.copy()
        if self.t.dtype.kind == "f":
            dx -= self.t
        else:
            dx[np.arange(len(dx)), self.t] -= 1
        return dx / len(self.t) * dout
