# mistake: db is that of the first sample.
# loses: db
class Convolution:
    """Written with loops over the places."""

    def __init__(self, W, b, stride=1, pad=0):
        self.W = W
        self.b = b
        self.stride = stride
        self.pad = pad

    def forward(self, x):
        p, s = self.pad, self.stride
        F, _, fh, fw = self.W.shape
        self.shape = x.shape
        self.xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
        oh = (self.xp.shape[2] - fh) // s + 1
        ow = (self.xp.shape[3] - fw) // s + 1
        out = np.zeros((len(x), F, oh, ow))
        for i in range(oh):
            for j in range(ow):
                fenster = self.xp[:, :, i * s : i * s + fh, j * s : j * s + fw]
                out[:, :, i, j] = np.tensordot(fenster, self.W, axes=([1, 2, 3], [1, 2, 3])) + self.b
        return out

    def backward(self, dout):
        p, s = self.pad, self.stride
        F, _, fh, fw = self.W.shape
        self.dW = np.zeros(self.W.shape)
        self.db = dout[0].sum(axis=(1, 2))
        dxp = np.zeros(self.xp.shape)
        for i in range(dout.shape[2]):
            for j in range(dout.shape[3]):
                d = dout[:, :, i, j]
                fenster = self.xp[:, :, i * s : i * s + fh, j * s : j * s + fw]
                self.dW += np.tensordot(d, fenster, axes=(0, 0))
                dxp[:, :, i * s : i * s + fh, j * s : j * s + fw] += np.tensordot(d, self.W, axes=(1, 0))
        h, w = self.shape[2:]
        return dxp[:, :, p : p + h, p : p + w]
