# mistake: forward divides by the number of channels.
# loses: forward
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = (W, b, stride, pad)
        self.dW = self.db = None

    def forward(self, x):
        F, C, fh, fw = self.W.shape
        N, _, H, W = x.shape
        OH = (H + 2 * self.pad - fh) // self.stride + 1
        OW = (W + 2 * self.pad - fw) // self.stride + 1
        self.x_shape = x.shape
        self.col = im2col(x, fh, fw, self.stride, self.pad)
        o = self.col.dot(self.W.reshape(F, -1).T) / C + self.b
        return o.reshape(N, OH, OW, F).transpose(0, 3, 1, 2)

    def backward(self, dout):
        F, C, fh, fw = self.W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, F)
        self.db = rows.sum(axis=0)
        self.dW = rows.T.dot(self.col).reshape(self.W.shape)
        dcol = rows.dot(self.W.reshape(F, -1))
        return col2im(dcol, self.x_shape, fh, fw, self.stride, self.pad)
