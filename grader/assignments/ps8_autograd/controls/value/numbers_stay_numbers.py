class Value:
    """Plain numbers become no Values, a Value that is used twice is one parent, everything is written directly."""

    __slots__ = ("data", "grad", "parents", "_slopes")

    def __init__(self, data, parents=()):
        self.data, self.grad, self.parents, self._slopes = data, 0.0, parents, ()

    @classmethod
    def of(cls, data, *pairs):
        found = {}
        for parent, slope in pairs:
            if isinstance(parent, Value):
                _, before = found.get(id(parent), (parent, 0.0))
                found[id(parent)] = parent, before + slope
        result = cls(data, tuple(parent for parent, _ in found.values()))
        result._slopes = tuple(slope for _, slope in found.values())
        return result

    def push(self):
        for parent, slope in zip(self.parents, self._slopes):
            parent.grad = parent.grad + self.grad * slope

    @staticmethod
    def number(x):
        return x.data if isinstance(x, Value) else x

    def __add__(self, other):
        return Value.of(self.data + Value.number(other), (self, 1.0), (other, 1.0))

    __radd__ = __add__

    def __mul__(self, other):
        n = Value.number(other)
        return Value.of(self.data * n, (self, n), (other, self.data))

    __rmul__ = __mul__

    def __sub__(self, other):
        return Value.of(self.data - Value.number(other), (self, 1.0), (other, -1.0))

    def __rsub__(self, other):
        return Value.of(other - self.data, (self, -1.0))

    def __truediv__(self, other):
        n = Value.number(other)
        return Value.of(self.data / n, (self, 1 / n), (other, -self.data / n**2))

    def __rtruediv__(self, other):
        return Value.of(other / self.data, (self, -other / self.data**2))

    def __neg__(self):
        return Value.of(-self.data, (self, -1.0))

    def __pow__(self, k):
        if k == 0:
            return Value.of(1.0, (self, 0.0))
        return Value.of(self.data**k, (self, k * self.data ** (k - 1)))

    def exp(self):
        return Value.of(math.exp(self.data), (self, math.exp(self.data)))

    def log(self):
        return Value.of(np.log(self.data), (self, 1 / self.data))

    def tanh(self):
        return Value.of(np.tanh(self.data), (self, 1 / np.cosh(self.data) ** 2))

    def relu(self):
        return Value.of(np.maximum(self.data, 0), (self, np.float64(self.data > 0)))
