# mistake: where relu is on, its slope is the input itself, not 1
# loses: relu

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
        for i in range(len(self.parents)):
            self.parents[i].grad += self.slopes[i] * self.grad

    def __add__(self, other):
        autre = as_value(other)
        return Value.made(self.data + autre.data, (self, autre), (1.0, 1.0))

    def __mul__(self, other):
        autre = as_value(other)
        return Value.made(self.data * autre.data, (self, autre), (autre.data, self.data))

    def __pow__(self, k):
        return Value.made(self.data**k, (self,), (k * self.data ** (k - 1),))

    def exp(self):
        e = math.exp(self.data)
        return Value.made(e, (self,), (e,))

    def log(self):
        return Value.made(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value.made(t, (self,), (1 - t * t,))

    def relu(self):
        if self.data > 0:
            return Value.made(self.data, (self,), (self.data,))
        return Value.made(0.0, (self,), (0.0,))

    def __neg__(self):
        return Value.made(-self.data, (self,), (-1.0,))

    def __sub__(self, other):
        autre = as_value(other)
        return Value.made(self.data - autre.data, (self, autre), (1.0, -1.0))

    def __truediv__(self, other):
        autre = as_value(other)
        return Value.made(self.data / autre.data, (self, autre), (1 / autre.data, -self.data / autre.data**2))

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return as_value(other) - self

    def __rtruediv__(self, other):
        return as_value(other) / self
