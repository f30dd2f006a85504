# mistake: Without a stride the windows are pushed on by 1, where None means by their size.
# loses: forward backward stride rest ties repeated
class MaxPooling:
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = stride or 1

    def forward(self, x):
        self.shape = x.shape
        n, c, h, w = x.shape
        k, s = self.size, self.stride
        view = np.lib.stride_tricks.sliding_window_view(x, (k, k), axis=(2, 3))[:, :, ::s, ::s]
        self.win = view.reshape(*view.shape[:4], k * k).argmax(-1)
        return view.max(axis=(4, 5))

    def backward(self, dout):
        dx = np.zeros(self.shape)
        for place in np.ndindex(dout.shape):
            n, c, i, j = place
            a, b = divmod(self.win[place], self.size)
            dx[n, c, i * self.stride + a, j * self.stride + b] += dout[place]
        return dx
