# mistake: Each sequence takes the mean over its own places that count, and the loss is the mean of these means; all places that count weigh the same only where the sequences have equally many.
# loses: loss_of_some mean
class TimeSoftmaxWithLoss:
    def __init__(self):
        self.ys = None
        self.ts = None

    def forward(self, xs, ts):
        self.ys, self.ts = softmax(xs), ts
        self.mask = ts != -1
        counts = self.mask.sum(axis=1, keepdims=True)
        self.weight = self.mask / np.maximum(counts, 1) / np.count_nonzero(counts)
        p = np.take_along_axis(self.ys, np.where(self.mask, ts, 0)[..., None], axis=2)[..., 0]
        return float(-(self.weight * np.log(p)).sum())

    def backward(self, dout=1):
        one_hot = np.eye(self.ys.shape[2])[np.where(self.mask, self.ts, 0)]
        return dout * self.weight[..., None] * (self.ys - one_hot)
