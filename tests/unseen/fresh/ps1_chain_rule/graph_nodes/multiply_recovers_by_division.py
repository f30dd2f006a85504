# mistake: Multiply.backward recovers each factor as out divided by the other one, which fails where an input is 0
# loses: graph_nodes: multiply (an input of 0)
class Add:
    def forward(self, x, y):
        return x + y

    def backward(self, dout):
        return dout, dout


class Multiply:
    def forward(self, x, y):
        self.x = x
        self.y = y
        self.out = x * y
        return self.out

    def backward(self, dout):
        dx = dout * self.out / self.x
        dy = dout * self.out / self.y
        return dx, dy


class Exp:
    def forward(self, x):
        self.y = np.exp(x)
        return self.y

    def backward(self, dout):
        return dout * self.y


class Reciprocal:
    def forward(self, x):
        self.x = x
        return 1 / x

    def backward(self, dout):
        return -dout / (self.x * self.x)
