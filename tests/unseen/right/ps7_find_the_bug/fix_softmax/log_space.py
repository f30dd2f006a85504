# mistake: none: all in logarithms, exact without a constant, gradient by np.put_along_axis
# loses: nothing
class BrokenSoftmaxWithLoss:
    def __init__(self):
        self.loss = None
        self.y = None
        self.t = None

    def forward(self, x, t):
        self.t = t
        k = t if t.ndim == 1 else t.argmax(axis=1)
        self._k = k.reshape(-1, 1)
        log_y = x - np.logaddexp.reduce(x, axis=1, keepdims=True)
        self.y = np.exp(log_y)
        self.loss = -np.take_along_axis(log_y, self._k, axis=1).mean()
        return self.loss

    def backward(self, dout=1):
        dx = self.y * 1.0
        np.put_along_axis(dx, self._k, np.take_along_axis(dx, self._k, axis=1) - 1, axis=1)
        return dout * dx / dx.shape[0]
