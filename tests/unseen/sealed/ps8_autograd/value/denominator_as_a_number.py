# mistake: a / b multiplies a by the plain number 1 / b.data, so that b is no parent and never gets a gradient
# loses: value_derived (the gradient of the denominator), value_numbers (number / Value)
def as_value(x):
    return x if isinstance(x, Value) else Value(x)


class Value:
    """A number that remembers what it was made from."""

    def __init__(self, data, parents=()):
        self.data, self.parents = data, parents
        self.grad = 0.0
        self.slopes = ()

    @staticmethod
    def made(data, parents, slopes):
        result = Value(data, parents)
        result.slopes = slopes
        return result

    def push(self):
        for i in range(len(self.parents)):
            self.parents[i].grad = self.parents[i].grad + self.slopes[i] * self.grad

    def __add__(self, other):
        b = as_value(other)
        return Value.made(self.data + b.data, (self, b), (1, 1))

    def __mul__(self, other):
        b = as_value(other)
        return Value.made(self.data * b.data, (self, b), (b.data, self.data))

    def __pow__(self, k):
        return Value.made(self.data**k, (self,), (k * self.data ** (k - 1),))

    def exp(self):
        return Value.made(np.exp(self.data), (self,), (np.exp(self.data),))

    def log(self):
        return Value.made(np.log(self.data), (self,), (1.0 / self.data,))

    def tanh(self):
        return Value.made(np.tanh(self.data), (self,), (1 - np.tanh(self.data) ** 2,))

    def relu(self):
        if self.data > 0:
            return Value.made(self.data, (self,), (1,))
        return Value.made(0.0, (self,), (0,))

    def __neg__(self):
        return Value.made(-self.data, (self,), (-1,))

    def __sub__(self, other):
        b = as_value(other)
        return Value.made(self.data - b.data, (self, b), (1, -1))

    def __truediv__(self, other):
        b = as_value(other)
        return self * (1.0 / b.data)

    def __radd__(self, other):
        return self.__add__(other)

    def __rmul__(self, other):
        return self.__mul__(other)

    def __rsub__(self, other):
        return Value(other) - self

    def __rtruediv__(self, other):
        return Value(other) / self
