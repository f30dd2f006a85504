# mistake: dout is laid into rows without bringing the filters' axis to the end
# loses: dW, db and dx

class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b = W, b
        self.stride, self.pad = stride, pad
        self.x_shape = self.col = self.dW = self.db = None

    def forward(self, x):
        F, C, fh, fw = self.W.shape
        N, _, H, W = x.shape
        self.x_shape = x.shape
        self.col = im2col(x, fh, fw, self.stride, self.pad)
        oh = output_size(H, fh, self.stride, self.pad)
        ow = output_size(W, fw, self.stride, self.pad)
        out = self.col @ self.W.reshape(F, -1).T + self.b
        return out.reshape(N, oh, ow, F).transpose(0, 3, 1, 2)

    def backward(self, dout):
        F, C, fh, fw = self.W.shape
        rows = dout.reshape(-1, F)
        self.db = rows.sum(axis=0)
        self.dW = (rows.T @ self.col).reshape(F, C, fh, fw)
        dcol = rows @ self.W.reshape(F, -1)
        return col2im(dcol, self.x_shape, fh, fw, self.stride, self.pad)
