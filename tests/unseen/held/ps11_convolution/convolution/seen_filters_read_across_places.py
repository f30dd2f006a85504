# mistake: backward reshapes dout to (…, F) without moving the filter axis last, so it mixes filters and places.
# loses: dW, db and dx

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
        n, c, h, w = self.x_shape = x.shape
        f, _, fh, fw = self.W.shape
        self.col = im2col(x, fh, fw, self.stride, self.pad)
        out = self.col @ self.W.reshape(f, -1).T + self.b
        oh = output_size(h, fh, self.stride, self.pad)
        ow = output_size(w, fw, self.stride, self.pad)
        return out.reshape(n, oh, ow, f).transpose(0, 3, 1, 2)

    def backward(self, dout):
        f, _, fh, fw = self.W.shape
        d = dout.reshape(-1, f)
        self.dW = (d.T @ self.col).reshape(self.W.shape)
        self.db = d.sum(axis=0)
        dcol = d @ self.W.reshape(f, -1)
        return col2im(dcol, self.x_shape, fh, fw, self.stride, self.pad)
