# mistake: Exp cuts x off at 2 against overflow, so e^3 comes out as e^2
# loses: exp
class Add:
    def forward(self, x, y):
        return x + y

    def backward(self, dout):
        return dout, dout


class Multiply:
    def forward(self, x, y):
        self.x, self.y = x, y
        return x * y

    def backward(self, dout):
        return dout * self.y, dout * self.x


class Exp:
    def forward(self, x):
        self.out = np.exp(min(x, 2.0))
        return self.out

    def backward(self, dout):
        return dout * self.out


class Reciprocal:
    def forward(self, x):
        self.out = 1 / x
        return self.out

    def backward(self, dout):
        return -dout * self.out**2
