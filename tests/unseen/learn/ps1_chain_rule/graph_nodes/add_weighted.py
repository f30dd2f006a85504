# mistake: Add shares dout out by how much each input contributed to the sum.
# loses: add
class Add:
    def forward(self, x, y):
        self.x, self.y = x, y
        self.total = x + y
        return self.total

    def backward(self, dout):
        dx = dout * self.x / self.total
        dy = dout * self.y / self.total
        return dx, dy


class Multiply:
    def forward(self, x, y):
        self.x = x
        self.y = y
        return x * y

    def backward(self, dout):
        dx = dout * self.y
        dy = dout * self.x
        return dx, dy


class Exp:
    def forward(self, x):
        self.x = x
        return np.exp(x)

    def backward(self, dout):
        return dout * np.exp(self.x)


class Reciprocal:
    def forward(self, x):
        self.x = x
        return 1 / x

    def backward(self, dout):
        return -dout / (self.x ** 2)
