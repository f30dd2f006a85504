# mistake: written in loops; the gradient of the padded picture is cut to the first h rows and w columns, so that it is shifted by the padding
# loses: dx (with padding)
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W = W
        self.b = b
        self.stride = stride
        self.pad = pad
        self.x_shape = None
        self.dW = None
        self.db = None

    def forward(self, x):
        s, p = self.stride, self.pad
        self.x_shape = x.shape
        n, c, h, w = x.shape
        f, _, fh, fw = self.W.shape
        self.xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
        oh = (h + 2 * p - fh) // s + 1
        ow = (w + 2 * p - fw) // s + 1
        out = np.zeros((n, f, oh, ow))
        for i in range(oh):
            for j in range(ow):
                patch = self.xp[:, :, i * s : i * s + fh, j * s : j * s + fw]
                out[:, :, i, j] = np.tensordot(patch, self.W, axes=([1, 2, 3], [1, 2, 3])) + self.b
        return out

    def backward(self, dout):
        s = self.stride
        n, c, h, w = self.x_shape
        f, _, fh, fw = self.W.shape
        self.dW = np.zeros_like(self.W)
        self.db = dout.sum((0, 2, 3))
        dxp = np.zeros_like(self.xp)
        for i in range(dout.shape[2]):
            for j in range(dout.shape[3]):
                d = dout[:, :, i, j]
                patch = self.xp[:, :, i * s : i * s + fh, j * s : j * s + fw]
                self.dW += np.tensordot(d, patch, axes=(0, 0))
                dxp[:, :, i * s : i * s + fh, j * s : j * s + fw] += np.tensordot(d, self.W, axes=(1, 0))
        return dxp[:, :, :h, :w]
