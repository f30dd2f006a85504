# mistake: quotient and remainder of the winner's number are taken for column and row: the gradient goes to the mirrored pixel of the window
# loses: backward
class MaxPooling:
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride
        self.x_shape = None
        self.winner = None

    def forward(self, x):
        self.x_shape = x.shape
        N, C, H, W = x.shape
        P = self.size
        oh, ow = output_size(H, P, self.stride), output_size(W, P, self.stride)
        col = im2col(x.reshape(N * C, 1, H, W), P, P, self.stride)
        self.winner = np.argmax(col, axis=1)
        return col.max(axis=1).reshape(N, C, oh, ow)

    def backward(self, dout):
        N, C, H, W = self.x_shape
        P = self.size
        dcol = np.zeros((dout.size, P, P))
        i, j = self.winner % P, self.winner // P
        dcol[np.arange(dout.size), i, j] = dout.ravel()
        return col2im(dcol.reshape(dout.size, P * P), (N * C, 1, H, W), P, P, self.stride).reshape(self.x_shape)
