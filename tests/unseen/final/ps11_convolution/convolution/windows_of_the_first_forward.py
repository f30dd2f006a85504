# mistake: The windows are made in the first forward and kept, so a second forward with another x works with the old ones.
# loses: repeated
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b = W, b
        self.stride, self.pad = stride, pad
        self.col = None

    def forward(self, x):
        f, _, fh, fw = self.W.shape
        if self.col is None:
            self.col = im2col(x, fh, fw, self.stride, self.pad)
        self.x_shape = x.shape
        oh, ow = (output_size(x.shape[a], self.W.shape[a], self.stride, self.pad) for a in (2, 3))
        out = self.col @ self.W.reshape(f, -1).T + self.b
        return out.reshape(-1, oh, ow, f).transpose(0, 3, 1, 2)

    def backward(self, dout):
        f, _, fh, fw = self.W.shape
        d = dout.transpose(1, 0, 2, 3).reshape(f, -1)
        self.db = d.sum(axis=1)
        self.dW = (d @ self.col).reshape(self.W.shape)
        return col2im(d.T @ self.W.reshape(f, -1), self.x_shape, fh, fw, self.stride, self.pad)
