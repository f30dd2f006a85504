# mistake: Of equal maxima each gets an equal share of the gradient, where the first gets all of it.
# loses: ties
class MaxPooling:
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def _windows(self, a):
        k, s = self.size, self.stride
        for i, top in enumerate(range(0, a.shape[2] - k + 1, s)):
            for j, left in enumerate(range(0, a.shape[3] - k + 1, s)):
                yield i, j, a[:, :, top : top + k, left : left + k]

    def forward(self, x):
        self.x = x
        k, s = self.size, self.stride
        out = np.zeros((*x.shape[:2], (x.shape[2] - k) // s + 1, (x.shape[3] - k) // s + 1))
        for i, j, window in self._windows(x):
            out[:, :, i, j] = window.max(axis=(2, 3))
        return out

    def backward(self, dout):
        dx = np.zeros_like(self.x)
        for (i, j, window), (_, _, dwindow) in zip(self._windows(self.x), self._windows(dx)):
            equal = window == window.max(axis=(2, 3), keepdims=True)
            dwindow += equal / equal.sum(axis=(2, 3), keepdims=True) * dout[:, :, i, j][:, :, None, None]
        return dx
