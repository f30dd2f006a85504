# mistake: forward turns the filters by 180 degrees, as the mathematicians' convolution does, and backward doesn't.
# loses: forward with filters larger than 1 × 1

class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W = W
        self.b = b
        self.stride = stride
        self.pad = pad
        self.x_shape = None
        self.col = None
        self.dW = None
        self.db = None

    def forward(self, x):
        self.x_shape = x.shape
        F, C, fh, fw = self.W.shape
        self.col = im2col(x, fh, fw, self.stride, self.pad)
        kernel = self.W[:, :, ::-1, ::-1].reshape(F, -1)
        oh = output_size(x.shape[2], fh, self.stride, self.pad)
        out = (self.col @ kernel.T + self.b).reshape(len(x), oh, -1, F)
        return np.moveaxis(out, 3, 1)

    def backward(self, dout):
        F, C, fh, fw = self.W.shape
        d = np.moveaxis(dout, 1, 3).reshape(-1, F)
        self.dW = (d.T @ self.col).reshape(F, C, fh, fw)
        self.db = dout.sum(axis=(0, 2, 3))
        return col2im(d @ self.W.reshape(F, -1), self.x_shape, fh, fw, self.stride, self.pad)
