# mistake: After it has pushed, a result sets its own grad back to 0.0, so the grads of all results are lost.
# loses: chain
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
        if not self.parents:
            return
        for parent, slope in zip(self.parents, self.slopes):
            parent.grad += slope * self.grad
        self.grad = 0.0  # handed on, nothing is left here

    def __add__(self, other):
        other = as_value(other)
        return Value.made(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value.made(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, k):
        return Value.made(self.data**k, (self,), (k * self.data ** (k - 1),))

    def exp(self):
        y = math.exp(self.data)
        return Value.made(y, (self,), (y,))

    def log(self):
        return Value.made(math.log(self.data), (self,), (1.0 / self.data,))

    def tanh(self):
        y = math.tanh(self.data)
        return Value.made(y, (self,), (1.0 - y**2,))

    def relu(self):
        slope = 1.0 if self.data > 0 else 0.0
        return Value.made(slope * self.data, (self,), (slope,))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + (-as_value(other))

    def __truediv__(self, other):
        return self * (as_value(other) ** -1)

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return as_value(other) + (-self)

    def __rtruediv__(self, other):
        return as_value(other) * self**-1
