# mistake: backward makes rows of dout (N, F, OH, OW) by a reshape alone, without moving the filters to the end.
# loses: dW dx
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        f, c, fh, fw = self.W.shape
        n = len(x)
        self.x_shape = x.shape
        self.col = im2col(x, fh, fw, self.stride, self.pad)
        oh = output_size(x.shape[2], fh, self.stride, self.pad)
        ow = output_size(x.shape[3], fw, self.stride, self.pad)
        return (self.col @ self.W.reshape(f, -1).T + self.b).reshape(n, oh, ow, f).transpose(0, 3, 1, 2)

    def backward(self, dout):
        f, c, fh, fw = self.W.shape
        self.db = dout.sum(axis=(0, 2, 3))
        rows = dout.reshape(-1, f)
        self.dW = (rows.T @ self.col).reshape(self.W.shape)
        return col2im(rows @ self.W.reshape(f, -1), self.x_shape, fh, fw, self.stride, self.pad)
