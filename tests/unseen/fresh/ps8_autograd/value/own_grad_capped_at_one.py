# mistake: push takes at most 1 of the own grad, so larger grads are cut off on their way to the parents
# loses: push multiplies by the own grad

def as_value(x):
    """x, a Value or a plain number, as a Value."""
    return x if isinstance(x, Value) else Value(x)


class Value:
    def __init__(self, data, parents=()):
        self.data = data
        self.grad = 0.0
        self.parents = parents
        self.slopes = ()

    @staticmethod
    def made(data, parents, slopes):
        result = Value(data, parents)
        result.slopes = slopes
        return result

    def push(self):
        for p, s in zip(self.parents, self.slopes):
            p.grad = p.grad + s * min(self.grad, 1.0)

    # --- the two basic ones
    def __add__(self, other):
        other = as_value(other)
        return Value.made(self.data + other.data, (self, other), (1, 1))

    def __mul__(self, other):
        other = as_value(other)
        return Value.made(self.data * other.data, (self, other), (other.data, self.data))

    # --- functions of one number
    def _unary(self, y, slope):
        return Value.made(y, (self,), (slope,))

    def __pow__(self, k):
        return self._unary(self.data**k, k * self.data ** (k - 1))

    def exp(self):
        return self._unary(math.exp(self.data), math.exp(self.data))

    def log(self):
        return self._unary(math.log(self.data), self.data**-1)

    def tanh(self):
        return self._unary(math.tanh(self.data), 1 - math.tanh(self.data) ** 2)

    def relu(self):
        return self._unary(max(0.0, self.data), float(self.data > 0))

    # --- everything else is made of those
    def __neg__(self):
        return self * (-1)

    def __sub__(self, other):
        return self + (-as_value(other))

    def __truediv__(self, other):
        return self * as_value(other) ** (-1)

    __radd__ = __add__
    __rmul__ = __mul__

    def __rsub__(self, other):
        return (-self) + other

    def __rtruediv__(self, other):
        return self ** (-1) * other
