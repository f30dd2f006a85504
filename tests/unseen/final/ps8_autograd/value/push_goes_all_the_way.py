# mistake: push also calls push on each parent, so it walks to the leaves by itself and inner Values push more than once.
# loses: adds
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

    def push(self):
        for parent, slope in zip(self.parents, self.slopes):
            parent.grad += slope * self.grad
            parent.push()

    def __add__(self, other):
        other = as_value(other)
        return Value.made(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value.made(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, k):
        return Value.made(self.data**k, (self,), (k * self.data ** (k - 1),))

    def exp(self):
        return Value.made(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value.made(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value.made(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

    def relu(self):
        return Value.made(max(0.0, self.data), (self,), (1 if self.data > 0 else 0,))

    def __neg__(self):
        return Value.made(-self.data, (self,), (-1.0,))

    def __sub__(self, other):
        other = as_value(other)
        return Value.made(self.data - other.data, (self, other), (1.0, -1.0))

    def __truediv__(self, other):
        other = as_value(other)
        return Value.made(self.data / other.data, (self, other), (1 / other.data, -self.data / other.data**2))

    def __radd__(self, other):
        return as_value(other) + self

    def __rmul__(self, other):
        return as_value(other) * self

    def __rsub__(self, other):
        return as_value(other) - self

    def __rtruediv__(self, other):
        return as_value(other) / self
