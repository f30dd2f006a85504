class Add:
    def forward(self, x, y):
        return x + y

    def backward(self, dout):
        dx = dy = dout
        return dx, dy


class Multiply:
    x = y = None

    def forward(self, x, y):
        self.back = lambda dout: (dout * y, x * dout)
        return x * y

    def backward(self, dout):
        return self.back(dout)


class Exp:
    def __init__(self):
        self.history = []

    def forward(self, x):
        self.history.append(np.exp(x))
        return self.history[-1]

    def backward(self, dout):
        return self.history[-1] * dout


class Reciprocal:
    def forward(self, x):
        self.out = 1.0 / x
        return self.out

    def backward(self, dout):
        dout *= -self.out * self.out
        return dout
