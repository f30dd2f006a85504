# mistake: y is left as log-probabilities, where the probabilities themselves belong.
# loses: y

class BrokenSoftmaxWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.t = t
        self.y = x - np.logaddexp.reduce(x, axis=1, keepdims=True)
        hot = t if t.ndim == 2 else np.eye(x.shape[1])[t]
        self.loss = -np.sum(hot * self.y) / len(x)
        return self.loss

    def backward(self, dout=1):
        hot = self.t if self.t.ndim == 2 else np.eye(self.y.shape[1])[self.t]
        return dout * (np.exp(self.y) - hot) / len(hot)
