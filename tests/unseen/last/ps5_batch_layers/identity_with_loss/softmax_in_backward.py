# mistake: backward puts y through a softmax before the difference, as in the classifier.
# loses: backward, mean
class IdentityWithLoss:
    def __init__(self):
        self.loss = None
        # calcul
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.y, self.t = (x, t)
        self.loss = 0.5 * np.sum((x - t) ** 2) / len(x)
        return self.loss

    def backward(self, dout=1):
        expo = np.exp(self.y - self.y.max(axis=1, keepdims=True))
        y = expo / expo.sum(axis=1, keepdims=True)
        return dout * (y - self.t) / len(self.t)
