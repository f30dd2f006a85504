# mistake: backward subtracts the 1 at the places that count only, but leaves ys/|P| at the others, where the gradient is 0.
# loses: left_out
class TimeSoftmaxWithLoss:
    def __init__(self):
        self.ys = None
        self.ts = None

    def forward(self, xs, ts):
        self.ys = softmax(xs)
        self.ts = ts
        total, self.count = 0.0, 0
        for n in range(ts.shape[0]):
            for t in range(ts.shape[1]):
                if ts[n, t] != -1:
                    total -= np.log(self.ys[n, t, ts[n, t]])
                    self.count += 1
        return total / self.count

    def backward(self, dout=1):
        dxs = self.ys.copy()
        for n in range(self.ts.shape[0]):
            for t in range(self.ts.shape[1]):
                if self.ts[n, t] != -1:
                    dxs[n, t, self.ts[n, t]] -= 1
        return dout * dxs / self.count
