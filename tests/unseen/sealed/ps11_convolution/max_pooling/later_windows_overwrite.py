# mistake: backward writes a gradient over what another window has left at the same pixel, in place of adding it
# loses: backward for a stride smaller than size
class MaxPooling:
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride
        self.x_shape = None
        self.winner = None

    def forward(self, x):
        self.x_shape = N, C, H, W = x.shape
        k, s = self.size, self.stride
        oh, ow = (H - k) // s + 1, (W - k) // s + 1
        out = np.zeros((N, C, oh, ow))
        self.winner = np.zeros((N, C, oh, ow, 2), dtype=int)
        for n in range(N):
            for c in range(C):
                for i in range(oh):
                    for j in range(ow):
                        win = x[n, c, i * s : i * s + k, j * s : j * s + k]
                        a, b = np.unravel_index(np.argmax(win), win.shape)
                        out[n, c, i, j] = win[a, b]
                        self.winner[n, c, i, j] = i * s + a, j * s + b
        return out

    def backward(self, dout):
        dx = np.zeros(self.x_shape)
        N, C, oh, ow = dout.shape
        for n in range(N):
            for c in range(C):
                for i in range(oh):
                    for j in range(ow):
                        a, b = self.winner[n, c, i, j]
                        dx[n, c, a, b] = dout[n, c, i, j]
        return dx
