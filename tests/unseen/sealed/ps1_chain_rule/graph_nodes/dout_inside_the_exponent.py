# mistake: Exp's backward puts dout into the exponent: exp(dout * x)
# loses: exp
class Add:
    """out = x + y."""

    def forward(self, x, y):
        return x + y

    def backward(self, dout):
        dx = dout
        dy = dout
        return dx, dy


class Multiply:
    """out = x * y."""

    def forward(self, x, y):
        self.left = x
        self.right = y
        return x * y

    def backward(self, dout):
        dx = self.right * dout
        dy = self.left * dout
        return dx, dy


class Exp:
    """out = e to the power of x."""

    def forward(self, x):
        self.x = x
        return np.exp(self.x)

    def backward(self, dout):
        # e^x stays e^x
        return np.exp(dout * self.x)


class Reciprocal:
    """out = 1 / x."""

    def forward(self, x):
        self.out = x ** -1.0
        return self.out

    def backward(self, dout):
        return -1.0 * self.out * self.out * dout
