# mistake: The slope of a ** k is written k * a ** k - 1, which is k·aᵏ minus 1 and not k·aᵏ⁻¹.
# loses: power
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
        for i in range(len(self.parents)):
            self.parents[i].grad = self.parents[i].grad + self.slopes[i] * self.grad

    def __add__(self, other):
        b = as_value(other)
        return Value.made(self.data + b.data, (self, b), (1, 1))

    def __mul__(self, other):
        b = as_value(other)
        return Value.made(self.data * b.data, (self, b), (b.data, self.data))

    def __pow__(self, k):
        return Value.made(self.data ** k, (self,), (k * self.data ** k - 1,))

    def exp(self):
        return Value.made(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value.made(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        return Value.made(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))

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
        return Value.made(self.data / b.data, (self, b), (1 / b.data, -self.data / b.data ** 2))

    def __radd__(self, other):
        return as_value(other) + self

    def __rmul__(self, other):
        return as_value(other) * self

    def __rsub__(self, other):
        return as_value(other) - self

    def __rtruediv__(self, other):
        return as_value(other) / self
