# mistake: backward lays the windows back with stride 1, whatever the layer's stride is.
# loses: stride_and_pad
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W = W
        self.b = b
        self.stride = stride
        self.pad = pad

    def forward(self, x):
        self.x = np.pad(x, ((0, 0), (0, 0), (self.pad, self.pad), (self.pad, self.pad)))
        f, c, fh, fw = self.W.shape
        s = self.stride
        oh = (self.x.shape[2] - fh) // s + 1
        ow = (self.x.shape[3] - fw) // s + 1
        out = np.zeros((len(x), f, oh, ow))
        for i in range(oh):
            for j in range(ow):
                window = self.x[:, :, i * s : i * s + fh, j * s : j * s + fw]
                out[:, :, i, j] = np.einsum("ncij,fcij->nf", window, self.W) + self.b
        return out

    def backward(self, dout):
        f, c, fh, fw = self.W.shape
        s, p = self.stride, self.pad
        self.dW = np.zeros_like(self.W)
        self.db = np.einsum("nfij->f", dout)
        dx = np.zeros_like(self.x)
        for i in range(dout.shape[2]):
            for j in range(dout.shape[3]):
                window = self.x[:, :, i * s : i * s + fh, j * s : j * s + fw]
                self.dW += np.einsum("nf,ncij->fcij", dout[:, :, i, j], window)
                dx[:, :, i : i + fh, j : j + fw] += np.einsum("nf,fcij->ncij", dout[:, :, i, j], self.W)
        return dx[:, :, p : dx.shape[2] - p, p : dx.shape[3] - p]
