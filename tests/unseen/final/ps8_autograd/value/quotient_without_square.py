# mistake: In a / b the slope for b is −a/b, where it is −a/b².
# loses: derived
def as_value(x):
    return x if isinstance(x, Value) else Value(x)


class Value:
    def __init__(self, data, parents=()):
        self.data, self.grad, self.parents, self.slopes = data, 0.0, parents, ()

    @staticmethod
    def made(data, parents, slopes):
        result = Value(data, parents)
        result.slopes = slopes
        return result

    def push(self):
        for p, s in zip(self.parents, self.slopes): p.grad += s * self.grad

    def __add__(self, other):
        o = as_value(other)
        return Value.made(self.data + o.data, (self, o), (1, 1))

    def __sub__(self, other):
        o = as_value(other)
        return Value.made(self.data - o.data, (self, o), (1, -1))

    def __mul__(self, other):
        o = as_value(other)
        return Value.made(self.data * o.data, (self, o), (o.data, self.data))

    def __truediv__(self, other):
        o = as_value(other)
        q = self.data / o.data
        return Value.made(q, (self, o), (1 / o.data, -q))

    def __neg__(self): return Value.made(-self.data, (self,), (-1,))
    def __pow__(self, k): return Value.made(self.data ** k, (self,), (k * self.data ** (k - 1),))
    def exp(self): return Value.made(math.exp(self.data), (self,), (math.exp(self.data),))
    def log(self): return Value.made(math.log(self.data), (self,), (1 / self.data,))
    def tanh(self): return Value.made(math.tanh(self.data), (self,), (1 - math.tanh(self.data) ** 2,))
    def relu(self): return Value.made(max(self.data, 0.0), (self,), (float(self.data > 0),))
    def __radd__(self, other): return as_value(other) + self
    def __rmul__(self, other): return as_value(other) * self
    def __rsub__(self, other): return as_value(other) - self
    def __rtruediv__(self, other): return as_value(other) / self
