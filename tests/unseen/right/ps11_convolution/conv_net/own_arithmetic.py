# mistake: none: none of the layers; params is read anew in every call.
# loses: nothing
class ConvNet:
    def __init__(self, rng):
        self.params = dict(
            W1=rng.uniform(-0.5, 0.5, (8, 1, 3, 3)), b1=np.zeros(8), W2=rng.uniform(-0.2, 0.2, (128, 10)), b2=np.zeros(10)
        )

    def _windows(self, x):
        padded = np.pad(x[:, 0], ((0, 0), (1, 1), (1, 1)))
        return np.lib.stride_tricks.sliding_window_view(padded, (3, 3), axis=(1, 2))

    def _run(self, x):
        p = self.params
        win = self._windows(x)
        z = np.einsum("nhwij,fij->nfhw", win, p["W1"][:, 0]) + p["b1"][:, None, None]
        a = np.maximum(z, 0)
        blocks = a.reshape(-1, 8, 4, 2, 4, 2).transpose(0, 1, 2, 4, 3, 5).reshape(-1, 8, 4, 4, 4)
        which = blocks.argmax(-1)
        row = blocks.max(-1).reshape(len(x), -1)
        return win, z, which, row, row @ p["W2"] + p["b2"]

    def predict(self, x):
        return self._run(x)[-1]

    def loss(self, x, t):
        s = self.predict(x)
        t = t if t.ndim == 1 else t.argmax(1)
        return float((np.logaddexp.reduce(s, axis=1) - s[np.arange(len(s)), t]).mean())

    def accuracy(self, x, t):
        t = t if t.ndim == 1 else t.argmax(1)
        return sum(int(a) == int(b) for a, b in zip(self.predict(x).argmax(1), t)) / len(t)

    def gradient(self, x, t):
        win, z, which, row, s = self._run(x)
        t = np.eye(10)[t] if t.ndim == 1 else t
        ds = (np.exp(s - np.logaddexp.reduce(s, axis=1)[:, None]) - t) / len(s)
        drow = (ds @ self.params["W2"].T).reshape(-1, 8, 4, 4)
        dblocks = np.eye(4)[which] * drow[..., None]
        da = dblocks.reshape(-1, 8, 4, 4, 2, 2).transpose(0, 1, 2, 4, 3, 5).reshape(z.shape)
        dz = np.where(z > 0, da, 0)
        dW1 = np.einsum("nfhw,nhwij->fij", dz, win)[:, None]
        return {"W1": dW1, "b1": dz.sum((0, 2, 3)), "W2": row.T @ ds, "b2": ds.sum(0)}
