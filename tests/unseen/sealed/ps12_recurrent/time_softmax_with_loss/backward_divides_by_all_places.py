# mistake: the loss is divided by the number of places that count, the gradient by N·T
# loses: backward (where a place doesn't count)
class TimeSoftmaxWithLoss:
    def __init__(self):
        self.ys = None
        self.ts = None

    def forward(self, xs, ts):
        self.ys, self.ts = softmax(xs), ts
        loss, count = 0.0, 0
        for n in range(ts.shape[0]):
            for t in range(ts.shape[1]):
                if ts[n, t] != -1:
                    loss -= np.log(self.ys[n, t, ts[n, t]] + 1e-12)
                    count += 1
        return loss / count

    def backward(self, dout=1):
        N, T, V = self.ys.shape
        dxs = self.ys - np.eye(V)[self.ts]
        dxs[self.ts == -1] = 0
        return dout * dxs / (N * T)
