# mistake: relu is built as (a + |a|) / 2 with 0 as the slope of |a| at 0, so that at exactly 0 its slope is one half
# loses: value_relu (the slope at exactly 0)
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
        e = math.exp(self.data)
        return Value.made(e, (self,), (e,))

    def log(self):
        return Value.made(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        th = math.tanh(self.data)
        return Value.made(th, (self,), (1 - th * th,))

    def absolute(self):
        return Value.made(abs(self.data), (self,), (float(np.sign(self.data)),))

    def relu(self):
        # max(0, a) = (a + |a|) / 2
        return (self + self.absolute()) * 0.5

    def __neg__(self):
        return self * (-1)

    def __sub__(self, other):
        return self + (-as_value(other))

    def __truediv__(self, other):
        return self * as_value(other) ** (-1)

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return as_value(other) - self

    def __rtruediv__(self, other):
        return as_value(other) / self
