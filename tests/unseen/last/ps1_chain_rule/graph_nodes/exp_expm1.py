# mistake: Exp's backward multiplies by e^x − 1.
# loses: exp
class Add:
    def forward(self, x, y):
        return x + y

    def backward(self, dout):
        return (dout, dout)


class Multiply:
    def forward(self, x, y):
        self.x, self.y = (x, y)
        return x * y

    def backward(self, dout):
        return (dout * self.y, dout * self.x)


class Exp:
    def forward(self, x):
        self.x = x
        return np.exp(x)

    def backward(self, dout):
        return dout * np.expm1(self.x)


class Reciprocal:
    def forward(self, x):
        self.out = 1 / x
        return self.out

    def backward(self, dout):
        return -dout * self.out ** 2
