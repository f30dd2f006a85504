# mistake: Exp is differentiated by the power rule, x·e^(x-1), as if x were the base.
# loses: backward of Exp

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
        self.x = x
        return np.exp(x)

    def backward(self, dout):
        return dout * self.x * np.exp(self.x - 1)


class Reciprocal:
    def forward(self, x):
        self.out = 1 / x
        return self.out

    def backward(self, dout):
        return -dout * self.out**2
