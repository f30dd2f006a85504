# mistake: backward calls col2im without stride and padding, which are 1 and 0 then.
# loses: dx with other strides or padding

class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad
        self.x_shape = self.col = self.dW = self.db = None

    def forward(self, x):
        self.x_shape = x.shape
        F, C, fh, fw = self.W.shape
        N, _, H, W = x.shape
        OH = (H + 2 * self.pad - fh) // self.stride + 1
        OW = (W + 2 * self.pad - fw) // self.stride + 1
        self.col = im2col(x, fh, fw, self.stride, self.pad)
        out = np.dot(self.col, self.W.reshape(F, -1).T) + self.b
        return out.reshape(N, OH, OW, F).transpose(0, 3, 1, 2)

    def backward(self, dout):
        F, C, fh, fw = self.W.shape
        flach = dout.transpose(0, 2, 3, 1).reshape(-1, F)
        self.db = np.sum(flach, axis=0)
        self.dW = np.dot(self.col.T, flach).T.reshape(F, C, fh, fw)
        dcol = np.dot(flach, self.W.reshape(F, -1))
        return col2im(dcol, self.x_shape, fh, fw)
