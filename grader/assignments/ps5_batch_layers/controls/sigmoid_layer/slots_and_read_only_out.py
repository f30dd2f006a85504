class Curve:
    __slots__ = ("_y",)


class SigmoidLayer(Curve):
    __slots__ = ()

    @property
    def out(self):
        return self._y.T.copy().T

    def forward(self, x):
        self._y = np.asfortranarray(0.5 + 0.5 * np.tanh(x / 2))
        return self._y

    def backward(self, dout):
        """Nothing that was kept is touched, however often it is called."""
        y = self._y
        return dout * (y - y * y)
