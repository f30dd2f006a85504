# mistake: dW is divided by the number of samples N, where the loss has taken the mean already.
# loses: dW
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W = W
        self.b = b
        self.stride = stride
        self.pad = pad

    def forward(self, x):
        filters, channels, fh, fw = self.W.shape
        self.x_shape = x.shape
        self.col = im2col(x, fh, fw, self.stride, self.pad)
        oh = (x.shape[2] + 2 * self.pad - fh) // self.stride + 1
        ow = (x.shape[3] + 2 * self.pad - fw) // self.stride + 1
        out = np.dot(self.col, self.W.reshape(filters, -1).T) + self.b
        return out.reshape(x.shape[0], oh, ow, filters).transpose(0, 3, 1, 2)

    def backward(self, dout):
        filters, channels, fh, fw = self.W.shape
        n = dout.shape[0]
        dout = dout.transpose(0, 2, 3, 1).reshape(-1, filters)
        self.db = np.sum(dout, axis=0)
        self.dW = np.dot(self.col.T, dout).T.reshape(filters, channels, fh, fw) / n
        dcol = np.dot(dout, self.W.reshape(filters, -1))
        return col2im(dcol, self.x_shape, fh, fw, self.stride, self.pad)
