# mistake: Only labels above 0 count, so the first symbol of the vocabulary is left out along with the -1.
# loses: loss and gradient at places with label 0

class TimeSoftmaxWithLoss:
    def __init__(self):
        self.ys = None
        self.ts = None

    def forward(self, xs, ts):
        N, T, V = xs.shape
        self.ys, self.ts = softmax(xs), ts
        self.mask = (ts > 0).reshape(-1)
        flat = self.ys.reshape(N * T, V)
        ls = np.log(flat[np.arange(N * T), ts.reshape(-1)])
        return -np.sum(ls * self.mask) / max(self.mask.sum(), 1)

    def backward(self, dout=1):
        N, T, V = self.ys.shape
        dx = self.ys.reshape(N * T, V).copy()
        dx[np.arange(N * T), self.ts.reshape(-1)] -= 1
        dx *= dout / max(self.mask.sum(), 1)
        dx *= self.mask[:, None]
        return dx.reshape(N, T, V)
