# mistake: none: a base class with a list as cache, results as np.float64
# loses: nothing
class Knoten:
    def __init__(self):
        self.gemerkt = []

    def _merke(self, *werte):
        self.gemerkt[:] = werte
        return werte[0]


class Add(Knoten):
    def forward(self, x, y):
        return self._merke(np.add(x, y))

    def backward(self, dout):
        return np.array([dout, dout])


class Multiply(Knoten):
    def forward(self, x, y):
        self._merke(x, y)
        return np.multiply(x, y)

    def backward(self, dout):
        return tuple(dout * v for v in reversed(self.gemerkt))


class Exp(Knoten):
    def forward(self, x):
        return self._merke(np.exp(np.float64(x)))

    def backward(self, dout):
        return dout * self.gemerkt[0]


class Reciprocal(Knoten):
    def forward(self, x):
        return self._merke(np.reciprocal(np.float64(x)))

    def backward(self, dout):
        return np.negative(dout) * np.square(self.gemerkt[-1])
