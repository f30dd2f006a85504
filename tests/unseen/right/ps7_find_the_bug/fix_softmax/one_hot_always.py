# mistake: none: labels turned to one-hot in forward and kept so in t, np.maximum in the logarithm
# loses: nothing
class BrokenSoftmaxWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        N, C = x.shape
        if t.ndim == 1:
            one_hot = np.zeros((N, C))
            one_hot[range(N), t] = 1
            t = one_hot
        self.t = t
        powers = np.exp((x.T - x.max(axis=1)).T)
        self.y = powers / powers.sum(axis=1, keepdims=True)
        self.loss = -np.sum(t * np.log(np.maximum(self.y, 1e-7))) / N
        return self.loss

    def backward(self, dout=1):
        return (self.y - self.t) * (dout / len(self.t))
