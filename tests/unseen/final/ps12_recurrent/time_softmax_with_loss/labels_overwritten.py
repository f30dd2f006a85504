# mistake: What is kept of ts is a copy in which the −1 are replaced by 0, so backward takes these places as places with the symbol 0.
# loses: left_out
class TimeSoftmaxWithLoss:
    def __init__(self):
        self.ys = None
        self.ts = None

    def forward(self, xs, ts):
        mask = ts != -1
        ts = ts.copy()
        ts[~mask] = 0
        self.ys, self.ts = softmax(xs), ts
        n, t = np.indices(ts.shape)
        log_p = np.log(self.ys[n, t, ts]) * mask
        self.count = mask.sum()
        return -log_p.sum() / self.count

    def backward(self, dout=1):
        mask = self.ts != -1
        one_hot = np.zeros_like(self.ys)
        n, t = np.indices(self.ts.shape)
        one_hot[n, t, self.ts] = 1
        return dout * mask[:, :, None] * (self.ys - one_hot) / self.count
