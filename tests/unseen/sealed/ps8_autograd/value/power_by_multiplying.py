# mistake: a ** k multiplies a with itself int(|k|) times, so that a broken k is cut to a whole one
# loses: value_power (broken k, value and slope)
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
        for parent, slope in zip(self.parents, self.slopes):
            parent.grad += slope * self.grad

    def inverse(self):
        return Value.made(1 / self.data, (self,), (-1 / self.data**2,))

    def __add__(self, other):
        other = as_value(other)
        return Value.made(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value.made(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, k):
        # a·a·a ... and the chain rule does the rest
        product = Value(1.0)
        for _ in range(int(abs(k))):
            product = product * self
        return product.inverse() if k < 0 else product

    def exp(self):
        y = math.exp(self.data)
        return Value.made(y, (self,), (y,))

    def log(self):
        return Value.made(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        y = math.tanh(self.data)
        return Value.made(y, (self,), (1 - y**2,))

    def relu(self):
        return Value.made(max(self.data, 0), (self,), (int(self.data > 0),))

    def __neg__(self):
        return self * (-1)

    def __sub__(self, other):
        return self + as_value(other) * (-1)

    def __truediv__(self, other):
        return self * as_value(other).inverse()

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return as_value(other) - self

    def __rtruediv__(self, other):
        return as_value(other) * self.inverse()
