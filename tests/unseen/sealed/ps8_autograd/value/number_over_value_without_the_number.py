# mistake: number / a has the slope -1 / a² in __rtruediv__, whatever the number is: the numerator is missing from the slope
# loses: value_numbers (the gradient of number / Value)
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
        for elternteil, steigung in zip(self.parents, self.slopes):
            elternteil.grad += steigung * self.grad

    def __add__(self, other):
        other = as_value(other)
        return Value.made(self.data + other.data, (self, other), (1.0, 1.0))

    __radd__ = __add__

    def __mul__(self, other):
        other = as_value(other)
        return Value.made(self.data * other.data, (self, other), (other.data, self.data))

    __rmul__ = __mul__

    def __pow__(self, k):
        return Value.made(self.data**k, (self,), (k * self.data ** (k - 1),))

    def exp(self):
        return Value.made(math.exp(self.data), (self,), (math.exp(self.data),))

    def log(self):
        return Value.made(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value.made(t, (self,), (1 - t**2,))

    def relu(self):
        return Value.made(max(0, self.data), (self,), (1.0 if self.data > 0 else 0.0,))

    def __neg__(self):
        return Value.made(-self.data, (self,), (-1.0,))

    def __sub__(self, other):
        return self + (-as_value(other))

    def __rsub__(self, other):
        return Value.made(other - self.data, (self,), (-1.0,))

    def __truediv__(self, other):
        nenner = as_value(other)
        wert = self.data / nenner.data
        return Value.made(wert, (self, nenner), (1 / nenner.data, -wert / nenner.data))

    def __rtruediv__(self, other):
        # 1/x hat die Ableitung -1/x^2
        return Value.made(other / self.data, (self,), (-1 / self.data**2,))
