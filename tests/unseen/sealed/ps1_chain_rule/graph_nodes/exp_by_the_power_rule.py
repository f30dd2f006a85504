# mistake: Exp is differentiated by the rule for powers: x * e**(x - 1)
# loses: exp
class Add:
    """out = x + y."""

    def forward(self, x, y):
        return x + y

    def backward(self, dout):
        return dout * 1, dout * 1


class Multiply:
    """out = x * y."""

    def forward(self, x, y):
        self.inputs = (x, y)
        return x * y

    def backward(self, dout):
        x, y = self.inputs
        return dout * y, dout * x


class Exp:
    """out = e to the power of x."""

    def forward(self, x):
        self.x = x
        return np.exp(x)

    def backward(self, dout):
        return dout * self.x * np.exp(self.x - 1)


class Reciprocal:
    """out = 1 / x."""

    def forward(self, x):
        self.x = x
        return 1 / x

    def backward(self, dout):
        return -dout / (self.x * self.x)
