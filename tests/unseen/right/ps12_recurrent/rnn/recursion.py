# mistake: none: the walk back is a chain of closures made by recursion.
# loses: nothing
class RNN:
    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b

    def forward(self, xs, h0=None):
        N, T, _ = xs.shape
        first = np.zeros((N, len(self.b))) if h0 is None else np.array(h0)

        def states(t):
            return [first] if t < 0 else (before := states(t - 1)) + [np.tanh(xs[:, t] @ self.Wx + before[-1] @ self.Wh + self.b)]

        self.xs, self.hs = xs.copy(), states(T - 1)
        return np.stack(self.hs[1:], axis=1)

    def backward(self, dhs):
        def back(t):
            """What reaches state t, and the dz of all steps from t + 1 on."""
            if t == dhs.shape[1]:
                return dhs[:, t - 1], []
            later, dzs = back(t + 1)
            dz = later * (1 - self.hs[t + 1] ** 2)
            outside = dhs[:, t - 1] if t else 0
            return outside + dz @ self.Wh.T, [dz, *dzs]

        self.dh0, dzs = back(0)
        dz = np.stack(dzs, axis=1)
        self.dWx = np.einsum("ntd,nth->dh", self.xs, dz)
        self.dWh = np.einsum("ntk,nth->kh", np.stack(self.hs[:-1], axis=1), dz)
        self.db = np.einsum("nth->h", dz)
        return np.einsum("nth,dh->ntd", dz, self.Wx)
