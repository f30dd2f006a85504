# mistake: The gradients are written with = to the places of the maxima, so where windows overlap the last one counts alone.
# loses: stride
class MaxPooling:
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, x):
        n, c, h, w = x.shape
        self.x_shape = x.shape
        oh, ow = output_size(h, self.size, self.stride), output_size(w, self.size, self.stride)
        col = im2col(x, self.size, self.size, self.stride).reshape(n, oh, ow, c, -1)
        self.winner = col.argmax(axis=-1).transpose(0, 3, 1, 2)
        return col.max(axis=-1).transpose(0, 3, 1, 2)

    def backward(self, dout):
        dx = np.zeros(self.x_shape)
        n, c, oh, ow = np.indices(dout.shape)
        rows = oh * self.stride + self.winner // self.size
        columns = ow * self.stride + self.winner % self.size
        dx[n, c, rows, columns] = dout
        return dx
