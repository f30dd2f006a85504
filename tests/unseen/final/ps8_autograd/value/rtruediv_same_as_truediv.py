# mistake: other / a gives a / other: __rtruediv__ is the same method as __truediv__.
# loses: numbers
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
            parent.grad += self.grad * slope

    def __add__(self, other):
        other = as_value(other)
        return Value.made(self.data + other.data, (self, other), (1, 1))

    def __mul__(self, other):
        other = as_value(other)
        return Value.made(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, k):
        return Value.made(self.data**k, (self,), (k * self.data ** (k - 1),))

    def exp(self):
        y = math.exp(self.data)
        return Value.made(y, (self,), (y,))

    def log(self):
        return Value.made(math.log(self.data), (self,), (self.data**-1,))

    def tanh(self):
        y = math.tanh(self.data)
        return Value.made(y, (self,), (1 - y * y,))

    def relu(self):
        return Value.made(max(0, self.data), (self,), (int(self.data > 0),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + as_value(other) * -1

    def __truediv__(self, other):
        return self * as_value(other) ** -1

    def __rsub__(self, other):
        return (self * -1) + other

    __radd__ = __add__
    __rmul__ = __mul__
    __rtruediv__ = __truediv__
