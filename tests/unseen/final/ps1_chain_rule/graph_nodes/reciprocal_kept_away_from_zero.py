# mistake: Reciprocal adds 1e-3 to x "so that nothing is divided by 0"
# loses: reciprocal
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
        self.out = 1 / (x + 1e-3)
        return self.out

    def backward(self, dout):
        return -dout * self.out**2
