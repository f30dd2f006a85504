# mistake: none: backward returns lists or arrays of two, forward keeps closures in place of values
# loses: nothing
class Add:
    def forward(self, x, y):
        return x + y

    def backward(self, dout):
        return [dout, dout]


class Multiply:
    def forward(self, x, y):
        self.back = lambda d: (d * y, d * x)
        return x * y

    def backward(self, dout):
        return self.back(dout)


class Exp:
    def forward(self, x):
        e = np.exp(x)
        self.back = lambda d: d * e
        return e

    def backward(self, dout):
        return self.back(dout)


class Reciprocal:
    def forward(self, x):
        self.back = lambda d: -d / x / x
        return x**-1.0

    def backward(self, dout):
        return self.back(dout)
