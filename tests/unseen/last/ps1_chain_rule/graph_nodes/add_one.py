# mistake: Add's backward gives 1 and 1, plus dout for the first: dout is added instead of multiplied.
# loses: add
class Add:
    def forward(self, x, y):
        return x + y

    def backward(self, dout):
        return (1 + dout, 1 + dout)


class Multiply:
    def forward(self, x, y):
        self.x, self.y = (x, y)
        return x * y

    def backward(self, dout):
        return (dout * self.y, dout * self.x)


class Exp:
    def forward(self, x):
        self.out = np.exp(x)
        return self.out

    def backward(self, dout):
        return dout * self.out


class Reciprocal:
    def forward(self, x):
        self.out = 1 / x
        return self.out

    def backward(self, dout):
        return -dout * self.out ** 2
