# mistake: In a quotient the slope for the denominator is -1/b², without the factor a.
# loses: slope of a / b for b

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
        v = Value(data, parents)
        v.slopes = slopes
        return v

    def push(self):
        for p, s in zip(self.parents, self.slopes):
            p.grad += s * self.grad

    def __add__(self, other):
        other = as_value(other)
        return Value.made(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value.made(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, k):
        return Value.made(self.data**k, (self,), (k * self.data ** (k - 1),))

    def exp(self):
        y = np.exp(self.data)
        return Value.made(y, (self,), (y,))

    def log(self):
        return Value.made(np.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        y = np.tanh(self.data)
        return Value.made(y, (self,), (1 - y * y,))

    def relu(self):
        return Value.made(max(0.0, self.data), (self,), (1.0 if self.data > 0 else 0.0,))

    def __neg__(self):
        return Value.made(-self.data, (self,), (-1.0,))

    def __sub__(self, other):
        other = as_value(other)
        return Value.made(self.data - other.data, (self, other), (1.0, -1.0))

    def __truediv__(self, other):
        other = as_value(other)
        a, b = self.data, other.data
        return Value.made(a / b, (self, other), (1 / b, -1 / b**2))

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return as_value(other) - self

    def __rtruediv__(self, other):
        return as_value(other) / self
