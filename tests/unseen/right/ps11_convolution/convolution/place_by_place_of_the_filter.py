# mistake: none: no im2col; one tensordot for each entry of the filter.
# loses: nothing
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.s, self.p = W.copy(), b.copy(), stride, pad

    def _views(self, big, oh, ow):
        for i in range(self.W.shape[2]):
            for j in range(self.W.shape[3]):
                yield i, j, big[:, :, i : i + self.s * oh : self.s, j : j + self.s * ow : self.s][:, :, :oh, :ow]

    def forward(self, x):
        p, s = self.p, self.s
        self.big = np.pad(x, [(0, 0)] * 2 + [(p, p)] * 2)
        oh, ow = ((self.big.shape[a] - self.W.shape[a]) // s + 1 for a in (2, 3))
        out = np.tile(self.b[:, None, None], (len(x), 1, oh, ow))
        for i, j, view in self._views(self.big, oh, ow):
            out += np.tensordot(view, self.W[:, :, i, j], axes=(1, 1)).transpose(0, 3, 1, 2)
        return out

    def backward(self, dout):
        oh, ow = dout.shape[2:]
        self.db = np.einsum("nfhw->f", dout)
        self.dW = np.zeros(self.W.shape)
        dbig = np.zeros(self.big.shape)
        for (i, j, view), (_, _, dview) in zip(self._views(self.big, oh, ow), self._views(dbig, oh, ow)):
            self.dW[:, :, i, j] = np.tensordot(dout, view, axes=([0, 2, 3], [0, 2, 3]))
            dview += np.tensordot(dout, self.W[:, :, i, j], axes=(1, 0)).transpose(0, 3, 1, 2)
        h, w = dbig.shape[2:]
        return dbig[:, :, self.p : h - self.p, self.p : w - self.p]
