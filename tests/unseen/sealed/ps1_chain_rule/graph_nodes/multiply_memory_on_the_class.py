# mistake: Multiply keeps its inputs in a dict that belongs to the class, so two Multiply nodes overwrite each other's
# loses: multiply
class Add:
    def forward(self, x, y):
        return x + y

    def backward(self, dout):
        dx = dout
        dy = dout
        return dx, dy


class Multiply:
    memory = {}

    def forward(self, x, y):
        self.memory["x"] = x
        self.memory["y"] = y
        return x * y

    def backward(self, dout):
        dx = dout * self.memory["y"]
        dy = dout * self.memory["x"]
        return dx, dy


class Exp:
    def forward(self, x):
        self.x = x
        return np.exp(x)

    def backward(self, dout):
        return dout * np.exp(self.x)


class Reciprocal:
    def forward(self, x):
        self.x = x
        return 1 / x

    def backward(self, dout):
        return dout * (-1 / self.x ** 2)
