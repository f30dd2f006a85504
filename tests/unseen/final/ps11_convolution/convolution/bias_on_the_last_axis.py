# mistake: b is added to out (N, F, OH, OW) as it is, so that NumPy lays it along OW and not along the filters.
# loses: forward
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W = W
        self.b = b
        self.stride = stride
        self.pad = pad

    def forward(self, x):
        self.x_shape = x.shape
        f, c, fh, fw = self.W.shape
        self.col = im2col(x, fh, fw, self.stride, self.pad)
        oh = output_size(x.shape[2], fh, self.stride, self.pad)
        ow = output_size(x.shape[3], fw, self.stride, self.pad)
        out = (self.col @ self.W.reshape(f, -1).T).reshape(len(x), oh, ow, f)
        return np.moveaxis(out, 3, 1) + self.b

    def backward(self, dout):
        f, c, fh, fw = self.W.shape
        rows = np.moveaxis(dout, 1, 3).reshape(-1, f)
        self.dW = (rows.T @ self.col).reshape(f, c, fh, fw)
        self.db = dout.sum(axis=(0, 2, 3))
        return col2im(rows @ self.W.reshape(f, -1), self.x_shape, fh, fw, self.stride, self.pad)
