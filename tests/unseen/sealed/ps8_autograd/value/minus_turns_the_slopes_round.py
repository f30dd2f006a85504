# mistake: -a copies the parents of a and turns their slopes round, so that a itself is no parent of -a; of a leaf there is nothing to push
# loses: value_derived (the gradients of -a, and of b in a - b), value_numbers (number - Value)
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
        """Adds to the grad of each parent what this Value's own grad makes of it."""
        for parent, slope in zip(self.parents, self.slopes):
            parent.grad += self.grad * slope

    def __add__(self, other):
        other = as_value(other)
        return Value.made(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value.made(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, k):
        return Value.made(self.data**k, (self,), (k * self.data ** (k - 1),))

    def exp(self):
        y = np.exp(self.data)
        return Value.made(y, (self,), (y,))

    def log(self):
        return Value.made(np.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        y = np.tanh(self.data)
        return Value.made(y, (self,), (1 - y**2,))

    def relu(self):
        return Value.made(max(0.0, self.data), (self,), (float(self.data > 0),))

    def __neg__(self):
        """The same number with the other sign: everything it came from counts the other way round."""
        return Value.made(-self.data, self.parents, tuple(-slope for slope in self.slopes))

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
        return as_value(other) / self
