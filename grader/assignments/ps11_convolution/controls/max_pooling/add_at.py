class MaxPooling:
    """A view of all windows, and one np.add.at."""

    def __init__(self, size, stride=None):
        self.size = size
        self.stride = stride if stride else size

    def forward(self, x):
        k, s = self.size, self.stride
        numbers = np.arange(x.size).reshape(x.shape)
        values, numbers = (np.lib.stride_tricks.sliding_window_view(a, (k, k), (2, 3))[:, :, ::s, ::s] for a in (x, numbers))
        values, numbers = (a.reshape(*a.shape[:4], k * k) for a in (values, numbers))
        winner = values.argmax(axis=-1)[..., None]
        self.pixel, self.shape = np.take_along_axis(numbers, winner, -1)[..., 0], x.shape
        return np.take_along_axis(values, winner, -1)[..., 0]

    def backward(self, dout):
        dx = np.zeros(np.prod(self.shape))
        np.add.at(dx, self.pixel, dout)
        return dx.reshape(self.shape)
