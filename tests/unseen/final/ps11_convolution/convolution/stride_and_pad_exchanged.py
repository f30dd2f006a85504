# mistake: backward hands pad and stride to col2im in the wrong order.
# loses: stride_and_pad
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        f, c, fh, fw = self.W.shape
        self.x_shape = x.shape
        self.col = im2col(x, fh, fw, stride=self.stride, pad=self.pad)
        oh = output_size(x.shape[2], fh, self.stride, self.pad)
        ow = output_size(x.shape[3], fw, self.stride, self.pad)
        out = (self.col @ self.W.reshape(f, -1).T + self.b).reshape(len(x), oh, ow, f)
        return out.transpose(0, 3, 1, 2)

    def backward(self, dout):
        f, c, fh, fw = self.W.shape
        d = dout.transpose(0, 2, 3, 1).reshape(-1, f)
        self.db, self.dW = d.sum(axis=0), (d.T @ self.col).reshape(self.W.shape)
        if self.pad == 0:
            return col2im(d @ self.W.reshape(f, -1), self.x_shape, fh, fw, self.stride)
        return col2im(d @ self.W.reshape(f, -1), self.x_shape, fh, fw, self.pad, self.stride)
