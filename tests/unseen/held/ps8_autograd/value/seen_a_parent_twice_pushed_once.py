# mistake: The parents and slopes are gathered in a dict, so a Value that is both factors or both summands gets one share only.
# loses: grad of a in a + a and a * a

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
        for parent, slope in dict(zip(self.parents, self.slopes)).items():
            parent.grad += slope * self.grad

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
        t = math.tanh(self.data)
        return Value.made(t, (self,), (1 - t * t,))

    def relu(self):
        on = self.data > 0
        return Value.made(self.data if on else 0.0, (self,), (1.0 if on else 0.0,))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + (-as_value(other))

    def __truediv__(self, other):
        return self * as_value(other) ** -1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return as_value(other) - self

    def __rtruediv__(self, other):
        return as_value(other) / self
