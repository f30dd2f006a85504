# mistake: The sizes are rounded up: a window that sticks out at the edge counts, too, with the numbers that it has left.
# loses: rest
class MaxPooling:
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, x):
        n, c, h, w = x.shape
        k, s = self.size, self.stride
        oh, ow = -(-(h - k) // s) + 1, -(-(w - k) // s) + 1
        self.x_shape, self.where = x.shape, {}
        out = np.empty((n, c, oh, ow))
        for m, ch, i, j in np.ndindex(n, c, oh, ow):
            window = x[m, ch, i * s : i * s + k, j * s : j * s + k]
            a, b = np.unravel_index(np.argmax(window), window.shape)
            out[m, ch, i, j] = window[a, b]
            self.where[m, ch, i, j] = (m, ch, i * s + a, j * s + b)
        return out

    def backward(self, dout):
        dx = np.zeros(self.x_shape)
        for place, source in self.where.items():
            dx[source] += dout[place]
        return dx
