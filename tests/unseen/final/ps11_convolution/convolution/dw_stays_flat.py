# mistake: dW is left in the shape (F, C·fh·fw) of the product, where it has the shape of W.
# loses: dW
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        f, c, fh, fw = self.W.shape
        self.x_shape = x.shape
        self.flat = self.W.reshape(f, -1)
        self.col = im2col(x, fh, fw, self.stride, self.pad)
        oh = output_size(x.shape[2], fh, self.stride, self.pad)
        out = self.flat @ self.col.T + self.b[:, None]
        return out.reshape(f, len(x), oh, -1).transpose(1, 0, 2, 3)

    def backward(self, dout):
        f, c, fh, fw = self.W.shape
        d = dout.transpose(1, 0, 2, 3).reshape(f, -1)
        self.db = d.sum(axis=1)
        self.dW = d @ self.col
        return col2im((self.flat.T @ d).T, self.x_shape, fh, fw, self.stride, self.pad)
