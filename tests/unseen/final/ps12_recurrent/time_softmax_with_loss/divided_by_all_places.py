# mistake: Loss and gradient are divided by N·T, all places, where it is by those that count.
# loses: loss_of_some mean
class TimeSoftmaxWithLoss:
    def forward(self, xs, ts):
        N, T, V = xs.shape
        self.ys, self.ts = softmax(xs), ts
        y, t = self.ys.reshape(N * T, V), ts.reshape(N * T)
        self.mask = t >= 0
        return -np.log(y[self.mask, t[self.mask]]).sum() / (N * T)

    def backward(self, dout=1):
        N, T, V = self.ys.shape
        dxs, t = self.ys.reshape(N * T, V).copy(), self.ts.reshape(N * T)
        dxs[self.mask, t[self.mask]] -= 1
        dxs[~self.mask] = 0
        return (dout * dxs / (N * T)).reshape(N, T, V)
