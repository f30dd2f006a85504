# mistake: the number of windows is rounded up, so that a last window that hangs over the edge takes the maximum of what is there
# loses: forward (its shape), backward where the stride doesn't divide
class MaxPooling:
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride
        self.x_shape = None
        self.winner = None

    def forward(self, x):
        self.x_shape = x.shape
        n, c, h, w = x.shape
        s, k = self.stride, self.size
        oh = max(-(-(h - k) // s), 0) + 1
        ow = max(-(-(w - k) // s), 0) + 1
        out = np.empty((n, c, oh, ow))
        self.winner = {}
        for i in range(oh):
            for j in range(ow):
                block = x[:, :, i * s : i * s + k, j * s : j * s + k]
                width = block.shape[3]
                flat = block.reshape(n, c, -1)
                at = flat.argmax(axis=2)
                out[:, :, i, j] = flat.max(axis=2)
                self.winner[i, j] = (i * s + at // width, j * s + at % width)
        return out

    def backward(self, dout):
        dx = np.zeros(self.x_shape)
        n, c = np.indices(self.x_shape[:2])
        for (i, j), (a, b) in self.winner.items():
            np.add.at(dx, (n, c, a, b), dout[:, :, i, j])
        return dx
