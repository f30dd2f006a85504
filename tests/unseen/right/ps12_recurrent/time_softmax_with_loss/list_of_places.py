# mistake: none: a list of the places that count, the gradient made already in forward.
# loses: nothing
class TimeSoftmaxWithLoss:
    def forward(self, xs, ts):
        places = [(n, t) for n, t in np.ndindex(ts.shape) if ts[n, t] >= 0]
        self.dxs = np.zeros(xs.shape)
        loss = 0.0
        for n, t in places:
            p = np.exp(xs[n, t] - np.logaddexp.reduce(xs[n, t]))
            loss -= np.log(p[ts[n, t]] + 1e-7)
            self.dxs[n, t] = p
            self.dxs[n, t, ts[n, t]] -= 1
        self.dxs /= len(places)
        return loss / len(places)

    def backward(self, dout=1):
        return dout * self.dxs
