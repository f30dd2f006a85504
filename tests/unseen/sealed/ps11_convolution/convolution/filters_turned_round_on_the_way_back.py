# mistake: dx is gathered by col2im from filters that were turned by 180 degrees, which belongs to the other way of writing it
# loses: dx
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
        F, _, fh, fw = self.W.shape
        self.col = im2col(x, fh, fw, self.stride, self.pad)
        flat = self.W.reshape(F, -1)
        out = np.einsum("rk,fk->rf", self.col, flat) + self.b
        oh = output_size(x.shape[2], fh, self.stride, self.pad)
        ow = output_size(x.shape[3], fw, self.stride, self.pad)
        return out.reshape(len(x), oh, ow, F).transpose(0, 3, 1, 2)

    def backward(self, dout):
        F, _, fh, fw = self.W.shape
        g = dout.transpose(0, 2, 3, 1).reshape(-1, F)
        self.db = dout.sum(axis=(0, 2, 3))
        self.dW = np.einsum("rf,rk->fk", g, self.col).reshape(self.W.shape)
        rotated = np.rot90(self.W, 2, axes=(2, 3))
        return col2im(g @ rotated.reshape(F, -1), self.x_shape, fh, fw, self.stride, self.pad)
