# mistake: Multiply keeps its two inputs on the class, so a second Multiply node overwrites those of the first.
# loses: backward of one Multiply after the forward of another

class Add:
    def forward(self, x, y):
        return x + y

    def backward(self, dout):
        dx = dout
        dy = dout
        return dx, dy


class Multiply:
    a = None
    b = None

    def forward(self, x, y):
        Multiply.a = x
        Multiply.b = y
        return x * y

    def backward(self, dout):
        dx = dout * Multiply.b
        dy = dout * Multiply.a
        return dx, dy


class Exp:
    def forward(self, x):
        self.e = np.exp(x)
        return self.e

    def backward(self, dout):
        return self.e * dout


class Reciprocal:
    def forward(self, x):
        self.x = x
        return 1 / x

    def backward(self, dout):
        return -dout / (self.x * self.x)
