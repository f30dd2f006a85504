# mistake: backward lays dout flat without moving the filters to the end.
# loses: dW, db, dx
class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = (W, b, stride, pad)
        self.dW = self.db = None

    def forward(self, x):
        # calcul
        F, C, fh, fw = self.W.shape
        N, _, H, W = x.shape
        OH = (H + 2 * self.pad - fh) // self.stride + 1
        OW = (W + 2 * self.pad - fw) // self.stride + 1
        self.x_shape = x.shape
        self.col = im2col(x, fh, fw, self.stride, self.pad)
        resultat = self.col.dot(self.W.reshape(F, -1).T) + self.b
        return resultat.reshape(N, OH, OW, F).transpose(0, 3, 1, 2)

    def backward(self, dout):
        F, C, fh, fw = self.W.shape
        rows = dout.reshape(-1, F)
        self.db = rows.sum(axis=0)
        self.dW = rows.T.dot(self.col).reshape(self.W.shape)
        dcol = rows.dot(self.W.reshape(F, -1))
        return col2im(dcol, self.x_shape, fh, fw, self.stride, self.pad)
