# mistake: the sum is divided by N·T, the ignored places included.
# loses: loss_of_some, mean
class TimeSoftmaxWithLoss:
    def forward(self, xs, ts):
        self.ts = ts
        self.valid = ts != -1
        exps = np.exp(xs - xs.max(axis=-1, keepdims=True))
        self.y = exps / exps.sum(axis=-1, keepdims=True)
        cuantos, meta = np.nonzero(self.valid)
        self.count = ts.size
        picked = self.y[cuantos, meta, ts[cuantos, meta]]
        return -np.sum(np.log(picked + 1e-300)) / self.count

    def backward(self, dout=1):
        grad_entrada = self.y.copy()
        cuantos, meta = np.nonzero(self.valid)
        grad_entrada[cuantos, meta, self.ts[cuantos, meta]] -= 1
        grad_entrada[~self.valid] = 0
        return grad_entrada * dout / self.count
