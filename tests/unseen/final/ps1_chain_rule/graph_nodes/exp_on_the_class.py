# mistake: Exp keeps its result on the class, so of two Exp nodes the first finds the result of the second
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
    out = None

    def forward(self, x):
        Exp.out = np.exp(x)
        return Exp.out

    def backward(self, dout):
        return dout * Exp.out


class Reciprocal:
    def forward(self, x):
        self.out = 1 / x
        return self.out

    def backward(self, dout):
        return -dout * self.out**2
