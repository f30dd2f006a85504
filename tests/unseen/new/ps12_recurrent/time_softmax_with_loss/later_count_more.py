# mistake: each place's loss is weighted by its place in time.
# loses: loss, loss_of_some
class TimeSoftmaxWithLoss:
    def forward(self, xs, ts):
        self.ts = ts
        self.valid = ts != -1
        e = np.exp(xs - xs.max(axis=-1, keepdims=True))
        self.y = e / e.sum(axis=-1, keepdims=True)
        n, t = np.nonzero(self.valid)
        self.count = len(n)
        picked = self.y[n, t, ts[n, t]]
        return -np.sum((t + 1) * np.log(picked + 1e-300)) / self.count

    def backward(self, dout=1):
        dx = self.y.copy()
        n, t = np.nonzero(self.valid)
        dx[n, t, self.ts[n, t]] -= 1
        dx[~self.valid] = 0
        return dx * dout / self.count
