# mistake: backward reshapes dout (N, F, OH, OW) to (N·OH·OW, F) without bringing F to the end first
# loses: dW, dx (db is summed over the right axes)
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
        F, C, fh, fw = self.W.shape
        self.col = im2col(x, fh, fw, self.stride, self.pad)
        out = self.W.reshape(F, -1) @ self.col.T + self.b[:, None]
        out = out.reshape(F, x.shape[0], output_size(x.shape[2], fh, self.stride, self.pad), -1)
        return out.transpose(1, 0, 2, 3)

    def backward(self, dout):
        F, C, fh, fw = self.W.shape
        self.db = dout.sum(axis=(0, 2, 3))
        flat = dout.reshape(-1, F)
        self.dW = (flat.T @ self.col).reshape(F, C, fh, fw)
        dx = col2im(flat @ self.W.reshape(F, -1), self.x_shape, fh, fw, self.stride, self.pad)
        return dx
