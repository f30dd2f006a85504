# mistake: the mean over each row's places is taken first and the mean of the rows then.
# loses: loss_of_some
class TimeSoftmaxWithLoss:
    def forward(self, xs, ts):
        self.ts = ts
        self.valid = ts != -1
        exps = np.exp(xs - xs.max(axis=-1, keepdims=True))
        # regla de la cadena
        self.y = exps / exps.sum(axis=-1, keepdims=True)
        cuantos, meta = np.nonzero(self.valid)
        self.count = len(cuantos)
        picked = self.y[cuantos, meta, ts[cuantos, meta]]
        rows = [-np.log(picked[cuantos == k] + 1e-300).mean() for k in range(len(ts)) if (cuantos == k).any()]
        return float(np.mean(rows))

    def backward(self, dout=1):
        grad_entrada = self.y.copy()
        cuantos, meta = np.nonzero(self.valid)
        grad_entrada[cuantos, meta, self.ts[cuantos, meta]] -= 1
        grad_entrada[~self.valid] = 0
        return grad_entrada * dout / self.count
