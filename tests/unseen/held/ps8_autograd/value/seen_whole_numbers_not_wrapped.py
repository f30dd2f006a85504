# mistake: Plain numbers are only recognised if they are floats, so a whole number beside a Value is an error.
# loses: int operands

def as_value(x):
    if isinstance(x, float):
        return Value(x)
    return x


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
        for i, parent in enumerate(self.parents):
            parent.grad += self.slopes[i] * self.grad

    def __add__(self, other):
        o = as_value(other)
        return self.made(self.data + o.data, (self, o), (1.0, 1.0))

    def __mul__(self, other):
        o = as_value(other)
        return self.made(self.data * o.data, (self, o), (o.data, self.data))

    def __pow__(self, k):
        return self.made(self.data**k, (self,), (k * self.data ** (k - 1),))

    def exp(self):
        return self.made(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return self.made(math.log(self.data), (self,), (1.0 / self.data,))

    def tanh(self):
        return self.made(math.tanh(self.data), (self,), (1.0 - math.tanh(self.data) ** 2,))

    def relu(self):
        return self.made(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def __neg__(self):
        return self.made(-self.data, (self,), (-1.0,))

    def __sub__(self, other):
        o = as_value(other)
        return self.made(self.data - o.data, (self, o), (1.0, -1.0))

    def __truediv__(self, other):
        o = as_value(other)
        return self.made(self.data / o.data, (self, o), (1.0 / o.data, -self.data / o.data**2))

    def __radd__(self, other):
        return as_value(other) + self

    def __rmul__(self, other):
        return as_value(other) * self

    def __rsub__(self, other):
        return as_value(other) - self

    def __rtruediv__(self, other):
        return as_value(other) / self
