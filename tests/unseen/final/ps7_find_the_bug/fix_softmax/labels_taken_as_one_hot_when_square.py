# mistake: the forms are told apart by len(t) == C in place of ndim: labels of a batch with N = C are misread in both methods
# loses: labels_loss, labels_gradient
class BrokenSoftmaxWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        N, C = x.shape
        self.t = t if t.shape[-1] == C else np.eye(C)[t]
        powers = np.exp(x - x.max(axis=1, keepdims=True))
        self.y = powers / powers.sum(axis=1, keepdims=True)
        self.loss = -np.sum(self.t * np.log(self.y + 1e-7)) / N
        return self.loss

    def backward(self, dout=1):
        return (self.y - self.t) / len(self.y) * dout
