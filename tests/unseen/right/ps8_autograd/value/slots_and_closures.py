# mistake: none: __slots__, push kept as a function, parents (a,) for a + a and a * a.
# loses: nothing
class Value:
    __slots__ = ("data", "grad", "parents", "push")

    def __init__(self, data, parents=()):
        self.data, self.grad, self.parents = data, 0.0, parents
        self.push = lambda: None

    @classmethod
    def of(cls, x):
        return x if isinstance(x, cls) else cls(float(x))

    def _result(self, data, *pairs):
        slopes = {}
        for parent, slope in pairs:
            slopes[parent] = slopes.get(parent, 0.0) + slope
        out = Value(data, tuple(slopes))

        def push():
            for parent, slope in slopes.items():
                parent.grad += slope * out.grad

        out.push = push
        return out

    def __add__(self, other):
        other = Value.of(other)
        return self._result(self.data + other.data, (self, 1.0), (other, 1.0))

    def __mul__(self, other):
        other = Value.of(other)
        return self._result(self.data * other.data, (self, other.data), (other, self.data))

    def __sub__(self, other):
        other = Value.of(other)
        return self._result(self.data - other.data, (self, 1.0), (other, -1.0))

    def __truediv__(self, other):
        other = Value.of(other)
        return self._result(self.data / other.data, (self, 1 / other.data), (other, -self.data / other.data**2))

    def __pow__(self, k):
        return self._result(self.data**k, (self, k * self.data ** (k - 1)))

    def exp(self):
        return self._result(math.exp(self.data), (self, math.exp(self.data)))

    def log(self):
        return self._result(math.log(self.data), (self, 1 / self.data))

    def tanh(self):
        return self._result(math.tanh(self.data), (self, 1 / math.cosh(self.data) ** 2))

    def relu(self):
        return self._result(max(self.data, 0.0), (self, float(self.data > 0)))

    def __neg__(self):
        return self._result(-self.data, (self, -1.0))

    __radd__, __rmul__ = __add__, __mul__

    def __rsub__(self, other):
        return Value.of(other) - self

    def __rtruediv__(self, other):
        return Value.of(other) / self


as_value = Value.of
