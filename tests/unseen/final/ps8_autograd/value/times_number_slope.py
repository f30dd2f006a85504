# mistake: In a * 3 with a plain number the slope for a is a's own data, where it is the number 3.
# loses: numbers
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
        if isinstance(other, Value):
            return Value.made(self.data + other.data, (self, other), (1, 1))
        return Value.made(self.data + other, (self,), (1,))

    def __mul__(self, other):
        if isinstance(other, Value):
            return Value.made(self.data * other.data, (self, other), (other.data, self.data))
        return Value.made(self.data * other, (self,), (self.data,))

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
        return Value.made(-self.data, (self,), (-1,))

    def __sub__(self, other):
        return self + (-other)

    def __truediv__(self, other):
        if isinstance(other, Value):
            return Value.made(self.data / other.data, (self, other), (1 / other.data, -self.data / other.data**2))
        return Value.made(self.data / other, (self,), (1 / other,))

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return (-self) + other

    def __rtruediv__(self, other):
        return Value.made(other / self.data, (self,), (-other / self.data**2,))


def as_value(x):
    return x if isinstance(x, Value) else Value(x)
