# mistake: the divisor's slope lacks a division: −a/b instead of −a/b².
# loses: derived
import math


def as_value(x):
    return x if isinstance(x, Value) else Value(x)


class Value:
    """A number that remembers what it was made of."""

    def __init__(self, data, parents=(), slopes=()):
        self.data = data
        self.grad = 0.0
        self.parents = tuple(parents)
        self.slopes = slopes

    def push(self):
        for parent, slope in zip(self.parents, self.slopes):
            parent.grad += slope * self.grad

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, (self, other), (1.0, 1.0))
    __radd__ = __add__

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))
    __rmul__ = __mul__

    def __neg__(self):
        return Value(-self.data, (self,), (-1.0,))

    def __sub__(self, other):
        other = as_value(other)
        return Value(self.data - other.data, (self, other), (1.0, -1.0))

    def __rsub__(self, other):
        return as_value(other) - self

    def __truediv__(self, other):
        other = as_value(other)
        q = self.data / other.data
        return Value(q, (self, other), (1 / other.data, -q))

    def __rtruediv__(self, other):
        return as_value(other) / self

    def __pow__(self, k):
        return Value(self.data ** k, (self,), (k * self.data ** (k - 1),))

    def exp(self):
        hoch = math.exp(self.data)
        return Value(hoch, (self,), (hoch,))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        ziel = math.tanh(self.data)
        return Value(ziel, (self,), (1 - ziel * ziel,))

    def relu(self):
        return Value(self.data if self.data > 0 else 0.0, (self,), (1.0 if self.data > 0 else 0.0,))
