# mistake: forward turns (N, OH, OW, F) into (N, F, OW, OH): the pictures come out on their sides
# loses: forward
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
        F, C, fh, fw = self.W.shape
        N, _, H, Wd = x.shape
        self.x_shape = x.shape
        self.col = im2col(x, fh, fw, self.stride, self.pad)
        oh, ow = output_size(H, fh, self.stride, self.pad), output_size(Wd, fw, self.stride, self.pad)
        out = self.col @ self.W.reshape(F, -1).T + self.b
        return out.reshape(N, oh, ow, F).transpose(0, 3, 2, 1)

    def backward(self, dout):
        F, C, fh, fw = self.W.shape
        d = dout.transpose(0, 2, 3, 1).reshape(-1, F)
        self.dW = (d.T @ self.col).reshape(self.W.shape)
        self.db = d.sum(axis=0)
        return col2im(d @ self.W.reshape(F, -1), self.x_shape, fh, fw, self.stride, self.pad)
