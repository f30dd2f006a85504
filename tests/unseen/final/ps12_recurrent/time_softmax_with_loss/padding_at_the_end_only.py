# mistake: Each sequence is cut after as many places as it has labels, as if the −1 stood at its end only; where one stands before a label, wrong places are counted.
# loses: loss_of_some left_out mean
class TimeSoftmaxWithLoss:
    def forward(self, xs, ts):
        self.ys = softmax(xs)
        self.ts = ts
        self.lengths = (ts != -1).sum(axis=1)
        total = 0.0
        for n, length in enumerate(self.lengths):
            for t in range(length):
                total -= np.log(self.ys[n, t, ts[n, t]])
        return total / self.lengths.sum()

    def backward(self, dout=1):
        dxs = np.zeros_like(self.ys)
        for n, length in enumerate(self.lengths):
            for t in range(length):
                dxs[n, t] = self.ys[n, t]
                dxs[n, t, self.ts[n, t]] -= 1
        return dxs * dout / self.lengths.sum()
