# mistake: The filters are turned by 180 degrees, as the convolution of signals has it, forward and for dx; cross-correlation doesn't turn them.
# loses: forward dW dx stride_and_pad repeated
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        self.x_shape = x.shape
        f, c, fh, fw = self.W.shape
        n, _, h, w = x.shape
        oh = output_size(h, fh, self.stride, self.pad)
        ow = output_size(w, fw, self.stride, self.pad)
        self.col = im2col(x, fh, fw, self.stride, self.pad)
        self.flat = self.W[:, :, ::-1, ::-1].reshape(f, -1)
        out = self.col @ self.flat.T + self.b
        return out.reshape(n, oh, ow, f).transpose(0, 3, 1, 2)

    def backward(self, dout):
        f, c, fh, fw = self.W.shape
        d = dout.transpose(0, 2, 3, 1).reshape(-1, f)
        self.db = d.sum(axis=0)
        self.dW = (d.T @ self.col).reshape(self.W.shape)[:, :, ::-1, ::-1]
        return col2im(d @ self.flat, self.x_shape, fh, fw, self.stride, self.pad)
