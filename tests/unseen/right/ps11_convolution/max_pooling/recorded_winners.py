# mistake: none: keeps flat indices of the winners, np.bincount back.
# loses: nothing
class MaxPooling:
    def __init__(self, size, stride=None):
        self.k, self.s = size, size if stride is None else stride

    def forward(self, x):
        self.shape = x.shape
        k, s = self.k, self.s
        slide = lambda a: np.lib.stride_tricks.sliding_window_view(a, (k, k), axis=(2, 3))[:, :, ::s, ::s].reshape(
            *x.shape[:2], (x.shape[2] - k) // s + 1, (x.shape[3] - k) // s + 1, k * k
        )
        values, numbers = slide(x), slide(np.arange(x.size).reshape(x.shape))
        best = values.argmax(-1)[..., None]
        self.won = np.take_along_axis(numbers, best, -1)[..., 0]
        return np.take_along_axis(values, best, -1)[..., 0]

    def backward(self, dout):
        return np.bincount(self.won.ravel(), dout.ravel(), np.prod(self.shape)).reshape(self.shape)
