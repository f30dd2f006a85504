# mistake: The slope of relu(a) is max(0, a) itself, where it is 1 for a > 0.
# loses: relu
def as_value(x):
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

    def _one(self, y, slope):
        return Value.made(y, (self,), (slope,))

    def push(self):
        for parent, slope in zip(self.parents, self.slopes):
            parent.grad += slope * self.grad

    def __add__(self, other):
        other = as_value(other)
        return Value.made(self.data + other.data, (self, other), (1, 1))

    def __mul__(self, other):
        other = as_value(other)
        return Value.made(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, k):
        return self._one(self.data**k, k * self.data ** (k - 1))

    def exp(self):
        y = math.exp(self.data)
        return self._one(y, y)

    def log(self):
        return self._one(math.log(self.data), 1 / self.data)

    def tanh(self):
        y = math.tanh(self.data)
        return self._one(y, 1 - y**2)

    def relu(self):
        y = max(0.0, self.data)
        return self._one(y, y)

    def __neg__(self):
        return self._one(-self.data, -1)

    def __sub__(self, other):
        return self + -as_value(other)

    def __truediv__(self, other):
        return self * as_value(other) ** -1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return as_value(other) - self

    def __rtruediv__(self, other):
        return as_value(other) / self
