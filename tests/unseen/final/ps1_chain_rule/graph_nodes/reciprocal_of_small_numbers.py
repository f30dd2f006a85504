# mistake: Reciprocal takes 1/max(x, 0.1) for positive x, so 1/0.05 comes out as 10
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
        self.x = max(x, 0.1) if x > 0 else x
        return 1 / self.x

    def backward(self, dout):
        return -dout / self.x**2
