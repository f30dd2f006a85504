# mistake: dW is made at zero in __init__ and added to in every backward
# loses: round after round

class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b = W, b
        self.stride, self.pad = stride, pad
        self.dW = np.zeros(W.shape)
        self.db = None

    def _view(self, i, j, oh, ow):
        s = self.stride
        return (slice(None), slice(None), slice(i, i + s * oh, s), slice(j, j + s * ow, s))

    def forward(self, x):
        F, C, fh, fw = self.W.shape
        p = self.pad
        self.shape = x.shape
        self.padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
        oh = (self.padded.shape[2] - fh) // self.stride + 1
        ow = (self.padded.shape[3] - fw) // self.stride + 1
        out = np.zeros((x.shape[0], F, oh, ow)) + self.b[None, :, None, None]
        for i in range(fh):
            for j in range(fw):
                part = self.padded[self._view(i, j, oh, ow)]
                out += np.einsum("ncij,fc->nfij", part, self.W[:, :, i, j])
        return out

    def backward(self, dout):
        F, C, fh, fw = self.W.shape
        oh, ow = dout.shape[2:]
        self.db = dout.sum(axis=(0, 2, 3))
        grad = np.zeros(self.padded.shape)
        for i in range(fh):
            for j in range(fw):
                where = self._view(i, j, oh, ow)
                self.dW[:, :, i, j] += np.einsum("ncij,nfij->fc", self.padded[where], dout)
                grad[where] += np.einsum("nfij,fc->ncij", dout, self.W[:, :, i, j])
        p = self.pad
        return grad[:, :, p : p + self.shape[2], p : p + self.shape[3]]
