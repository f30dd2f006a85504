# mistake: Add divides its gradient between the two inputs, half to each
# loses: Add.backward

class Add:
    def forward(self, x, y):
        return x + y

    def backward(self, dout):
        return dout / 2, dout / 2


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
        self.out = 1 / x
        return self.out

    def backward(self, dout):
        return -dout * self.out**2
