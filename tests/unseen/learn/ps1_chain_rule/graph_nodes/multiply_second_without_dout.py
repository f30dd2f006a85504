# mistake: Multiply's backward leaves dout out of the second gradient, that for y.
# loses: multiply
class Add:
    def forward(self, x, y):
        return x + y

    def backward(self, dout):
        return dout, dout


class Multiply:
    def forward(self, x, y):
        self.x = x
        self.y = y
        return x * y

    def backward(self, dout):
        return self.y * dout, self.x


class Exp:
    def forward(self, x):
        self.y = np.exp(x)
        return self.y

    def backward(self, dout):
        return self.y * dout


class Reciprocal:
    def forward(self, x):
        self.y = 1.0 / x
        return self.y

    def backward(self, dout):
        return -self.y * self.y * dout
