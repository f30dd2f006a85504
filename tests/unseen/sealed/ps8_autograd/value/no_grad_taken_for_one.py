# mistake: push takes 1 for its own grad where that is 0, so a Value that nothing has reached sends its slopes all the same
# loses: value_chain (a grad of 0 pushes nothing)
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
        out = Value(data, parents)
        out.slopes = slopes
        return out

    def push(self):
        mine = self.grad or 1.0  # the last one has no gradient yet: d out / d out = 1
        for p, d in zip(self.parents, self.slopes):
            p.grad += d * mine

    def __add__(self, other):
        other = as_value(other)
        return Value.made(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value.made(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, k):
        return Value.made(self.data**k, (self,), (k * self.data ** (k - 1),))

    def exp(self):
        out = math.exp(self.data)
        return Value.made(out, (self,), (out,))

    def log(self):
        return Value.made(math.log(self.data), (self,), (1.0 / self.data,))

    def tanh(self):
        e = math.exp(2 * self.data)
        t = (e - 1) / (e + 1)
        return Value.made(t, (self,), (1 - t**2,))

    def relu(self):
        return Value.made(0.0 if self.data < 0 else self.data, (self,), (1.0 if self.data > 0 else 0.0,))

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
        return as_value(other) + (-self)

    def __rtruediv__(self, other):
        return as_value(other) * self**-1
