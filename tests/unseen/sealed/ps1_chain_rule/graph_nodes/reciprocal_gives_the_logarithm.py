# mistake: Reciprocal's backward uses the integral of 1/x, log|x|, in place of its derivative
# loses: reciprocal
class Add:
    def forward(self, x, y):
        self.shape = None
        return x + y

    def backward(self, dout):
        return (dout, dout)


class Multiply:
    def forward(self, x, y):
        self.a = x
        self.b = y
        return self.a * self.b

    def backward(self, dout):
        da = dout * self.b
        db = dout * self.a
        return da, db


class Exp:
    def forward(self, x):
        self.e = np.exp(x)
        return self.e

    def backward(self, dout):
        return self.e * dout


class Reciprocal:
    def forward(self, x):
        self.x = x
        return 1.0 / x

    def backward(self, dout):
        return dout * np.log(abs(self.x))
