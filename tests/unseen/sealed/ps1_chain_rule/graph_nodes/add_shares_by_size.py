# mistake: Add splits dout between its inputs in proportion to their share of the sum
# loses: add
class Add:
    """out = x + y."""

    def forward(self, x, y):
        self.x, self.y = x, y
        return x + y

    def backward(self, dout):
        total = self.x + self.y
        dx = dout * self.x / total
        dy = dout * self.y / total
        return dx, dy


class Multiply:
    """out = x * y."""

    def forward(self, x, y):
        self.x, self.y = x, y
        return x * y

    def backward(self, dout):
        return dout * self.y, dout * self.x


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
