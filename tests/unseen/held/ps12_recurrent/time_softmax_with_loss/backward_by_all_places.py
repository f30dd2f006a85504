# mistake: backward divides by the number of all places, padding among them, while the loss divides by those that count
# loses: dxs where there is padding

class TimeSoftmaxWithLoss:
    def __init__(self):
        self.ys = None
        self.ts = None

    def forward(self, xs, ts):
        self.ys, self.ts = softmax(xs), ts
        total, gezaehlt = 0.0, 0
        for n in range(ts.shape[0]):
            for t in range(ts.shape[1]):
                if ts[n, t] == -1:
                    continue
                total -= np.log(self.ys[n, t, ts[n, t]])
                gezaehlt += 1
        self.gezaehlt = gezaehlt
        return total / gezaehlt

    def backward(self, dout=1):
        dxs = np.zeros(self.ys.shape)
        for n, t in zip(*np.nonzero(self.ts != -1)):
            dxs[n, t] = self.ys[n, t]
            dxs[n, t, self.ts[n, t]] -= 1.0
        return dout * dxs / self.ts.size
