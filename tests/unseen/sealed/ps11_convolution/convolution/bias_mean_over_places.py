# mistake: db takes the mean over the places of a picture and sums over the batch alone
# loses: db
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b = W, b
        self.stride, self.pad = stride, pad
        self.x_shape = self.col = self.dW = self.db = None

    def forward(self, x):
        self.x_shape = x.shape
        n, _, h, w = x.shape
        f, _, fh, fw = self.W.shape
        self.col = im2col(x, fh, fw, self.stride, self.pad)
        oh = output_size(h, fh, self.stride, self.pad)
        ow = output_size(w, fw, self.stride, self.pad)
        out = np.dot(self.col, self.W.reshape(f, -1).T) + self.b
        return np.moveaxis(out.reshape(n, oh, ow, f), 3, 1)

    def backward(self, dout):
        f, _, fh, fw = self.W.shape
        self.db = dout.mean(axis=(2, 3)).sum(axis=0)
        rows = np.moveaxis(dout, 1, 3).reshape(-1, f)
        self.dW = np.dot(rows.T, self.col).reshape(self.W.shape)
        dcol = np.dot(rows, self.W.reshape(f, -1))
        return col2im(dcol, self.x_shape, fh, fw, self.stride, self.pad)
