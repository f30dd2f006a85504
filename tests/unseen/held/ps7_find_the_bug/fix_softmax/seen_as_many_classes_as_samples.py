# mistake: Whole-number labels are made one-hot with as many columns as there are samples.
# loses: loss and backward with whole-number labels

class BrokenSoftmaxWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        if t.ndim == 1:
            t = np.eye(len(t))[t]
        self.t = t
        powers = np.exp(x - x.max(axis=1, keepdims=True))
        self.y = powers / powers.sum(axis=1, keepdims=True)
        losses = -np.sum(t * np.log(self.y + 1e-7), axis=1)
        self.loss = losses.mean()
        return self.loss

    def backward(self, dout=1):
        return (self.y - self.t) / len(self.t) * dout
