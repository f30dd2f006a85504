# mistake: backward returns −t/y over N, the cross-entropy's gradient, without softmax's part.
# loses: one_hot, labels
class SoftmaxWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.t = t
        self.y = softmax(x)
        self.loss = cross_entropy_error(self.y, t)
        return self.loss

    def backward(self, dout=1):
        N = self.y.shape[0]
        T = self.t
        if T.ndim != 2:
            T = np.zeros_like(self.y)
            T[np.arange(N), self.t] = 1
        return -dout * T / (self.y + 1e-12) / N
