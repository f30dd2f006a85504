# mistake: the results of the channels are computed one by one, each with the bias, and added: the bias is in there C times
# loses: forward (with several channels)
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
        N, C, H, B = x.shape
        F, _, fh, fw = self.W.shape
        oh = output_size(H, fh, self.stride, self.pad)
        ow = output_size(B, fw, self.stride, self.pad)
        self.col = im2col(x, fh, fw, self.stride, self.pad)
        summe = 0
        for kanal in range(C):
            stueck = self.col[:, kanal * fh * fw : (kanal + 1) * fh * fw]
            summe = summe + stueck @ self.W[:, kanal].reshape(F, -1).T + self.b
        return summe.reshape(N, oh, ow, F).transpose(0, 3, 1, 2)

    def backward(self, dout):
        F, C, fh, fw = self.W.shape
        zeilen = dout.transpose(0, 2, 3, 1).reshape(-1, F)
        self.dW = (zeilen.T @ self.col).reshape(F, C, fh, fw)
        self.db = zeilen.sum(0)
        return col2im(zeilen @ self.W.reshape(F, -1), self.x_shape, fh, fw, self.stride, self.pad)
