# mistake: forward leaves out the label 0 as well, as if it were padding
# loses: the loss and the divisor where label 0 occurs

class TimeSoftmaxWithLoss:
    def __init__(self):
        self.ys = None
        self.ts = None

    def forward(self, xs, ts):
        self.ys, self.ts = softmax(xs), ts
        total, gezaehlt = 0.0, 0
        for n in range(ts.shape[0]):
            for t in range(ts.shape[1]):
                if ts[n, t] <= 0:
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
        return dout * dxs / self.gezaehlt
