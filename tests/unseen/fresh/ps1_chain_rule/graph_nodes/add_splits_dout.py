# mistake: Add.backward gives each input half of dout
# loses: graph_nodes: add
class Add:
    def forward(self, x, y):
        return x + y

    def backward(self, dout):
        # both contributed, so the message is divided between them
        dx = dout / 2
        dy = dout / 2
        return dx, dy


class Multiply:
    def forward(self, x, y):
        self.x, self.y = x, y
        return x * y

    def backward(self, dout):
        dx = dout * self.y
        dy = dout * self.x
        return dx, dy


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
        return -dout * self.out ** 2
