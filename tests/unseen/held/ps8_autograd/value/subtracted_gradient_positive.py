# mistake: the push of a difference gives the second parent a positive gradient
# loses: the gradient of what is subtracted

def as_value(x):
    return x if isinstance(x, Value) else Value(x)


class Value:
    def __init__(self, data, parents=()):
        self.data, self.grad, self.parents = data, 0.0, tuple(parents)
        self.push = lambda: None

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
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out.push = push
        return out

    def _ein_elter(self, wert, steigung):
        out = Value(wert, (self,))

        def push():
            self.grad += steigung * out.grad

        out.push = push
        return out

    def __pow__(self, k):
        return self._ein_elter(self.data**k, k * self.data ** (k - 1))

    def exp(self):
        return self._ein_elter(math.exp(self.data), math.exp(self.data))

    def log(self):
        return self._ein_elter(math.log(self.data), 1.0 / self.data)

    def tanh(self):
        t = math.tanh(self.data)
        return self._ein_elter(t, 1.0 - t**2)

    def relu(self):
        an = self.data > 0
        return self._ein_elter(self.data if an else 0.0, float(an))

    def __neg__(self):
        return self * -1.0

    def __sub__(self, other):
        other = as_value(other)
        out = Value(self.data - other.data, (self, other))

        def push():
            self.grad += out.grad
            other.grad += out.grad

        out.push = push
        return out

    def __truediv__(self, other):
        return self * as_value(other) ** -1

    __radd__ = __add__
    __rmul__ = __mul__

    def __rsub__(self, other):
        return as_value(other) - self

    def __rtruediv__(self, other):
        return as_value(other) / self
