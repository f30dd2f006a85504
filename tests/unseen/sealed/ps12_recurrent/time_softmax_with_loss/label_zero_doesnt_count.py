# mistake: only labels above 0 count, so that label 0 is left out like -1
# loses: loss and backward (places with label 0)
class TimeSoftmaxWithLoss:
    def __init__(self):
        self.ys = None
        self.ts = None

    def forward(self, xs, ts):
        self.ys, self.ts = softmax(xs), ts
        self.mask = ts > 0
        n, t = np.nonzero(self.mask)
        picked = self.ys[n, t, ts[n, t]]
        self.count = max(len(picked), 1)
        return -np.sum(np.log(picked + 1e-12)) / self.count

    def backward(self, dout=1):
        d = self.ys.copy()
        n, t = np.nonzero(self.mask)
        d[n, t, self.ts[n, t]] -= 1
        d *= self.mask[..., np.newaxis]
        return d * dout / self.count
