# mistake: __radd__ gives self back whatever the number is, made for sum(), which begins with 0
# loses: value_numbers (number + Value)
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
        for (parent, slope) in zip(self.parents, self.slopes):
            parent.grad += slope * self.grad

    def __add__(self, other):
        v = as_value(other)
        return self.made(self.data + v.data, (self, v), (1.0, 1.0))

    def __mul__(self, other):
        v = as_value(other)
        return self.made(self.data * v.data, (self, v), (v.data, self.data))

    def __pow__(self, k):
        return self.made(self.data**k, (self,), (k * self.data ** (k - 1),))

    def exp(self):
        return self.made(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return self.made(math.log(self.data), (self,), (self.data**-1,))

    def tanh(self):
        return self.made(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return self.made(max(0, self.data), (self,), (1 if self.data > 0 else 0,))

    def __neg__(self):
        return self.made(-self.data, (self,), (-1,))

    def __sub__(self, other):
        v = as_value(other)
        return self.made(self.data - v.data, (self, v), (1, -1))

    def __truediv__(self, other):
        v = as_value(other)
        return self.made(self.data / v.data, (self, v), (1 / v.data, -self.data / v.data**2))

    def __radd__(self, other):
        # sum() starts with 0, so nothing has to be added
        return self

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return self.made(other - self.data, (self,), (-1,))

    def __rtruediv__(self, other):
        return self.made(other / self.data, (self,), (-other / self.data**2,))
