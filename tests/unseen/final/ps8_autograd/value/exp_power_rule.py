# mistake: The slope of exp(a) is taken by the power rule, a·e^(a−1), where it is e^a.
# loses: exp_log
def as_value(x):
    if isinstance(x, Value):
        return x
    return Value(x)


class Value:
    """Keeps a little function that pushes, one for each operation."""

    def __init__(self, data, parents=()):
        self.data = data
        self.grad = 0.0
        self.parents = parents
        self.push = lambda: None

    def __add__(self, other):
        other = as_value(other)
        out = Value(self.data + other.data, (self, other))

        def push():
            self.grad += out.grad
            other.grad += out.grad

        out.push = push
        return out

    def __mul__(self, other):
        other = as_value(other)
        out = Value(self.data * other.data, (self, other))

        def push():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out.push = push
        return out

    def __pow__(self, k):
        out = Value(self.data**k, (self,))

        def push():
            self.grad += k * self.data ** (k - 1) * out.grad

        out.push = push
        return out

    def exp(self):
        out = Value(math.e**self.data, (self,))

        def push():
            self.grad += self.data * math.e ** (self.data - 1) * out.grad

        out.push = push
        return out

    def log(self):
        out = Value(math.log(self.data), (self,))

        def push():
            self.grad += out.grad / self.data

        out.push = push
        return out

    def tanh(self):
        out = Value(math.tanh(self.data), (self,))

        def push():
            self.grad += (1 - out.data**2) * out.grad

        out.push = push
        return out

    def relu(self):
        out = Value(max(0.0, self.data), (self,))

        def push():
            self.grad += (out.data > 0) * out.grad

        out.push = push
        return out

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
