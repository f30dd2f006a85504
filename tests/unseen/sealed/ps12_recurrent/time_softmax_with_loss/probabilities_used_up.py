# mistake: backward subtracts the 1 and zeroes the places in the kept probabilities themselves, so that a second backward starts from what the first one left
# loses: a second backward
class TimeSoftmaxWithLoss:
    def __init__(self):
        self.ys = None
        self.ts = None

    def forward(self, xs, ts):
        N, T, V = xs.shape
        mask = ts != -1
        ys = softmax(xs.reshape(N * T, V))
        labels, mask = ts.reshape(N * T), mask.reshape(N * T)
        logs = np.log(ys[np.arange(N * T), labels]) * mask
        self.ys, self.ts = ys.reshape(N, T, V), ts
        self.cache = (labels, mask, ys, (N, T, V))
        return -np.sum(logs) / mask.sum()

    def backward(self, dout=1):
        labels, mask, ys, (N, T, V) = self.cache
        dx = ys
        dx[np.arange(N * T), labels] -= 1
        dx *= mask[:, np.newaxis]
        return dx.reshape((N, T, V)) * dout / mask.sum()
