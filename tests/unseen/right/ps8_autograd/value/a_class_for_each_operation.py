# mistake: none: a dataclass without equality, and a subclass with its own push for each operation.
# loses: nothing
from dataclasses import dataclass, field


@dataclass(eq=False)
class Value:
    data: float
    parents: tuple = ()
    grad: float = field(default=0.0, init=False)

    def push(self):
        pass

    def __add__(self, other): return Sum(self, other)
    def __radd__(self, other): return Sum(other, self)
    def __mul__(self, other): return Product(self, other)
    def __rmul__(self, other): return Product(other, self)
    def __neg__(self): return Product(self, -1)
    def __sub__(self, other): return Sum(self, Product(other, -1))
    def __rsub__(self, other): return Sum(other, Product(self, -1))
    def __truediv__(self, other): return Product(self, Power(other, -1))
    def __rtruediv__(self, other): return Product(other, Power(self, -1))
    def __pow__(self, k): return Power(self, k)
    def exp(self): return Exp(self)
    def log(self): return Log(self)
    def tanh(self): return Tanh(self)
    def relu(self): return ReLU(self)


class Sum(Value):
    def __init__(self, a, b):
        a, b = as_value(a), as_value(b)
        super().__init__(a.data + b.data, (a, b))

    def push(self):
        for parent in self.parents:
            parent.grad += self.grad


class Product(Value):
    def __init__(self, a, b):
        a, b = as_value(a), as_value(b)
        super().__init__(a.data * b.data, (a, b))

    def push(self):
        a, b = self.parents
        a.grad += b.data * self.grad
        b.grad += a.data * self.grad


class Power(Value):
    def __init__(self, a, k):
        a = as_value(a)
        super().__init__(a.data**k, (a,))
        self.k = k

    def push(self):
        (a,) = self.parents
        a.grad += self.k * a.data ** (self.k - 1) * self.grad


class Unary(Value):
    def __init__(self, a):
        super().__init__(self.value(a.data), (a,))

    def push(self):
        self.parents[0].grad += self.slope() * self.grad


class Exp(Unary):
    value = staticmethod(math.exp)
    def slope(self): return self.data


class Log(Unary):
    value = staticmethod(math.log)
    def slope(self): return 1 / self.parents[0].data


class Tanh(Unary):
    value = staticmethod(math.tanh)
    def slope(self): return 1 - self.data**2


class ReLU(Unary):
    value = staticmethod(lambda x: x if x > 0 else 0.0)
    def slope(self): return 1.0 if self.data > 0 else 0.0


def as_value(x):
    return x if isinstance(x, Value) else Value(x)
