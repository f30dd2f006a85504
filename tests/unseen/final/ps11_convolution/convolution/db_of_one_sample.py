# mistake: db takes the mean over the samples and sums over the places only.
# loses: db
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W = W
        self.b = b
        self.stride = stride
        self.pad = pad

    def forward(self, x):
        F, C, fh, fw = self.W.shape
        N, C, H, W = x.shape
        self.x_shape = x.shape
        self.col = im2col(x, fh, fw, self.stride, self.pad)
        OH, OW = output_size(H, fh, self.stride, self.pad), output_size(W, fw, self.stride, self.pad)
        out = np.einsum("rk,fk->rf", self.col, self.W.reshape(F, -1)) + self.b
        return np.einsum("nhwf->nfhw", out.reshape(N, OH, OW, F))

    def backward(self, dout):
        F, C, fh, fw = self.W.shape
        rows = np.einsum("nfhw->nhwf", dout).reshape(-1, F)
        self.dW = np.einsum("rf,rk->fk", rows, self.col).reshape(self.W.shape)
        self.db = dout.mean(axis=0).sum(axis=(1, 2))
        dcol = np.einsum("rf,fk->rk", rows, self.W.reshape(F, -1))
        return col2im(dcol, self.x_shape, fh, fw, self.stride, self.pad)
