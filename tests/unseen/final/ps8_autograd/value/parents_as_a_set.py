# mistake: a + b keeps its parents as a set made into a tuple, with one slope for each, so that a + a counts a once.
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

    def __add__(self, other):
        other = as_value(other)
        everybody = tuple({self, other})  # each parent once
        return Value.made(self.data + other.data, everybody, (1.0,) * len(everybody))

    def __mul__(self, other):
        other = as_value(other)
        return Value.made(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, k):
        return Value.made(self.data**k, (self,), (k * self.data ** (k - 1),))

    def exp(self):
        return Value.made(np.exp(self.data), (self,), (np.exp(self.data),))

    def log(self):
        return Value.made(np.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value.made(np.tanh(self.data), (self,), (1 - np.tanh(self.data) ** 2,))

    def relu(self):
        return Value.made(self.data * (self.data > 0), (self,), (1.0 * (self.data > 0),))

    def __neg__(self):
        return self * -1.0

    def __sub__(self, other):
        return self + (-as_value(other))

    def __truediv__(self, other):
        return self * as_value(other) ** -1.0

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return as_value(other) - self

    def __rtruediv__(self, other):
        return as_value(other) / self
