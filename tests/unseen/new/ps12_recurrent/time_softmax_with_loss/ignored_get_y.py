# mistake: backward leaves y at the places that don't count.
# loses: left_out
class TimeSoftmaxWithLoss:
    def forward(self, xs, ts):
        # listo
        self.ts = ts
        self.valid = ts != -1
        exps = np.exp(xs - xs.max(axis=-1, keepdims=True))
        self.y = exps / exps.sum(axis=-1, keepdims=True)
        cuantos, meta = np.nonzero(self.valid)
        self.count = len(cuantos)
        picked = self.y[cuantos, meta, ts[cuantos, meta]]
        return -np.sum(np.log(picked + 1e-300)) / self.count

    def backward(self, dout=1):
        grad_entrada = self.y.copy()
        cuantos, meta = np.nonzero(self.valid)
        grad_entrada[cuantos, meta, self.ts[cuantos, meta]] -= 1
        return grad_entrada * dout / self.count
