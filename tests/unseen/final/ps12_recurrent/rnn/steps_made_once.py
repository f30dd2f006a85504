# mistake: The list of steps is made in the first forward, as many as T was then; a longer sequence later gets only so many states.
# loses: again
class RNN:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b
        self.steps = None

    def forward(self, xs, h0=None):
        if self.steps is None:
            self.steps = [RNNStep(self.Wx, self.Wh, self.b) for _ in range(xs.shape[1])]
        h = np.zeros((xs.shape[0], self.Wh.shape[0])) if h0 is None else h0
        hs = []
        self.used = min(len(self.steps), xs.shape[1])
        for t in range(self.used):
            h = self.steps[t].forward(xs[:, t], h)
            hs.append(h)
        return np.stack(hs, axis=1)

    def backward(self, dhs):
        dh, dxs = 0, []
        used = self.steps[: self.used]
        for t in reversed(range(len(used))):
            dx, dh = used[t].backward(dhs[:, t] + dh)
            dxs.insert(0, dx)
        self.dWx = sum(s.dWx for s in used)
        self.dWh = sum(s.dWh for s in used)
        self.db = sum(s.db for s in used)
        self.dh0 = dh
        return np.stack(dxs, axis=1)
