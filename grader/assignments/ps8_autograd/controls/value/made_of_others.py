class Value:
    """Few operations with slopes of their own; all others are made of those. push is built from a list of pairs."""

    def __init__(self, data, parents=(), pull=None):
        self.data = data
        self.grad = 0.0
        self.parents = tuple(parents)
        self.pull = pull

    def push(self):
        if self.pull is not None:
            for parent, share in zip(self.parents, self.pull(self.grad)):
                parent.grad += share

    def __add__(self, other):
        other = lift(other)
        return Value(self.data + other.data, [self, other], lambda g: (g, g))

    def __mul__(self, other):
        other = lift(other)
        return Value(self.data * other.data, [self, other], lambda g: (g * other.data, g * self.data))

    def exp(self):
        e = math.exp(self.data)
        return Value(e, [self], lambda g: (g * e,))

    def log(self):
        return Value(math.log(self.data), [self], lambda g: (g / self.data,))

    def __pow__(self, k):
        return Value(self.data**k, [self], lambda g: (g * k * self.data ** (k - 1),))

    def relu(self):
        return self * (1.0 if self.data > 0 else 0.0)

    def tanh(self):
        e = (2 * self).exp()
        return (e - 1) / (e + 1)

    def __neg__(self):
        return 0 - self

    def __sub__(self, other):
        return self + lift(other) * -1

    def __rsub__(self, other):
        return lift(other) - self

    def __truediv__(self, other):
        return self * lift(other) ** -1

    def __rtruediv__(self, other):
        return lift(other) / self

    __radd__ = lambda self, other: lift(other) + self
    __rmul__ = lambda self, other: lift(other) * self


# %%
def lift(x):
    return x if isinstance(x, Value) else Value(x)
