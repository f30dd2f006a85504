# mistake: push first puts the slopes into a dictionary with the parent as its key; where both parents are one Value one slope is lost
# loses: value_adds (a + a, a * a)
def as_value(x):
    return x if isinstance(x, Value) else Value(x)


class Value:
    """data, grad, parents and a slope for every parent"""

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
        slope_of = dict(zip(self.parents, self.slopes))
        for parent in slope_of:
            parent.grad += slope_of[parent] * self.grad

    def __add__(self, other):
        o = as_value(other)
        return Value.made(self.data + o.data, (self, o), (1.0, 1.0))

    def __mul__(self, other):
        o = as_value(other)
        return Value.made(self.data * o.data, (self, o), (o.data, self.data))

    def __pow__(self, k):
        return Value.made(self.data**k, (self,), (k * self.data ** (k - 1),))

    def exp(self):
        y = math.exp(self.data)
        return Value.made(y, (self,), (y,))

    def log(self):
        y = math.log(self.data)
        return Value.made(y, (self,), (1 / self.data,))

    def tanh(self):
        y = math.tanh(self.data)
        return Value.made(y, (self,), (1 - y * y,))

    def relu(self):
        on = self.data > 0
        return Value.made(self.data * on, (self,), (1.0 * on,))

    def __neg__(self):
        return self * -1.0

    def __sub__(self, other):
        return self + (as_value(other) * -1.0)

    def __truediv__(self, other):
        return self * (as_value(other) ** -1)

    def __radd__(self, other):
        return as_value(other) + self

    def __rmul__(self, other):
        return as_value(other) * self

    def __rsub__(self, other):
        return as_value(other) - self

    def __rtruediv__(self, other):
        return as_value(other) / self
