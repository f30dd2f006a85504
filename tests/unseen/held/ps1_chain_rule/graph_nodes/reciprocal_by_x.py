# mistake: Reciprocal keeps x where backward expects 1/x, and multiplies by x²
# loses: Reciprocal.backward

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
        self.out = np.exp(x)
        return self.out

    def backward(self, dout):
        return dout * self.out


class Reciprocal:
    def forward(self, x):
        self.out = x
        return 1 / x

    def backward(self, dout):
        return -dout * self.out**2
