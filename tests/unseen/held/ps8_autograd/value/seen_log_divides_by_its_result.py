# mistake: The slope of log is 1 over the logarithm, not 1 over what it was taken of.
# loses: slope of log

def as_value(x):
    return x if isinstance(x, Value) else Value(x)


class Value:
    def __init__(self, data, parents=()):
        self.data, self.grad, self.parents = data, 0.0, parents
        self.push = lambda: None

    def _unary(self, y, slope):
        out = Value(y, (self,))

        def push():
            self.grad += out.grad * slope

        out.push = push
        return out

    def __add__(self, other):
        other = as_value(other)
        out = Value(self.data + other.data, (self, other))

        def push():
            self.grad += out.grad
            other.grad += out.grad

        out.push = push
        return out

    def __mul__(self, other):
        other = as_value(other)
        out = Value(self.data * other.data, (self, other))

        def push():
            self.grad += out.grad * other.data
            other.grad += out.grad * self.data

        out.push = push
        return out

    def __pow__(self, k):
        return self._unary(self.data**k, k * self.data ** (k - 1))

    def exp(self):
        y = math.exp(self.data)
        return self._unary(y, y)

    def log(self):
        y = math.log(self.data)
        return self._unary(y, 1 / y if y else 0.0)

    def tanh(self):
        y = math.tanh(self.data)
        return self._unary(y, 1 - y**2)

    def relu(self):
        return self._unary(max(0.0, self.data), float(self.data > 0))

    def __neg__(self):
        return self._unary(-self.data, -1.0)

    def __sub__(self, other):
        return self + -as_value(other)

    def __truediv__(self, other):
        return self * as_value(other) ** -1

    __radd__ = __add__
    __rmul__ = __mul__

    def __rsub__(self, other):
        return -self + other

    def __rtruediv__(self, other):
        return other * self**-1
