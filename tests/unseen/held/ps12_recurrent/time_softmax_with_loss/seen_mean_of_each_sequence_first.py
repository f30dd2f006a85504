# mistake: The loss is averaged within each sequence and then over the sequences, so places in short ones weigh more; backward divides rightly.
# loses: loss where sequences count different numbers of places

class TimeSoftmaxWithLoss:
    def __init__(self):
        self.ys = None
        self.ts = None

    def forward(self, xs, ts):
        self.ys = softmax(xs)
        self.ts = ts
        counts = ts != -1
        label = np.where(counts, ts, 0)
        picked = np.take_along_axis(self.ys, label[..., None], axis=2)[..., 0]
        losses = -np.log(picked) * counts
        used = counts.any(axis=1)
        per_sequence = losses[used].sum(axis=1) / counts[used].sum(axis=1)
        return float(per_sequence.mean())

    def backward(self, dout=1):
        counts = self.ts != -1
        d = self.ys - np.eye(self.ys.shape[-1])[np.where(counts, self.ts, 0)]
        return dout * d * counts[..., None] / counts.sum()
