# mistake: Multiply.backward writes the gradient into self.x before it uses self.x for the other one
# loses: graph_nodes: multiply (the second gradient, and a second backward)
class Add:
    def forward(self, x, y):
        return x + y

    def backward(self, dout):
        return dout, dout


class Multiply:
    def forward(self, x, y):
        self.x = x
        self.y = y
        return self.x * self.y

    def backward(self, dout):
        self.x = dout * self.y
        self.y = dout * self.x
        return self.x, self.y


class Exp:
    def forward(self, x):
        self.x = np.exp(x)
        return self.x

    def backward(self, dout):
        return dout * self.x


class Reciprocal:
    def forward(self, x):
        self.x = x
        return 1 / self.x

    def backward(self, dout):
        return -dout / self.x ** 2
