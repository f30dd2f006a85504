# mistake: A place counts where its label is larger than 0, so the symbol 0 is taken as padding, too.
# loses: loss loss_of_some backward left_out mean again
class TimeSoftmaxWithLoss:
    def __init__(self):
        self.ys = None
        self.ts = None

    def forward(self, xs, ts):
        self.ys = softmax(xs)
        self.ts = ts
        n, t = np.nonzero(ts > 0)
        self.places = n, t, ts[n, t]
        self.number = max(len(n), 1)
        return -np.log(self.ys[self.places]).sum() / self.number

    def backward(self, dout=1):
        n, t, label = self.places
        dxs = np.zeros_like(self.ys)
        dxs[n, t] = self.ys[n, t]
        dxs[n, t, label] -= 1
        return dxs * dout / self.number
