# mistake: exp takes the power rule for its slope, a · e^(a - 1), as if the base were what changes
# loses: value_exp_log (the slope of exp)
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
        r = Value(data, parents)
        r.slopes = slopes
        return r

    def push(self):
        k = 0
        for p in self.parents:
            p.grad += self.slopes[k] * self.grad
            k += 1

    def __add__(self, other):
        other = as_value(other)
        s = self.data + other.data
        return Value.made(s, (self, other), (1, 1))

    def __mul__(self, other):
        other = as_value(other)
        s = self.data * other.data
        return Value.made(s, (self, other), (other.data, self.data))

    def __pow__(self, k):
        s = self.data**k
        return Value.made(s, (self,), (k * self.data ** (k - 1),))

    def exp(self):
        s = math.e**self.data
        return Value.made(s, (self,), (self.data * math.e ** (self.data - 1),))

    def log(self):
        return Value.made(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        s = math.tanh(self.data)
        return Value.made(s, (self,), (1 - s**2,))

    def relu(self):
        return Value.made(self.data if self.data > 0 else 0.0, (self,), (1 if self.data > 0 else 0,))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -as_value(other)

    def __truediv__(self, other):
        return self * as_value(other) ** -1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return -self + other

    def __rtruediv__(self, other):
        return self**-1 * other
