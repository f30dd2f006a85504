import math


class Add:
    def forward(self, x, y):
        self.x = x
        self.y = y
        return self.x + self.y

    def backward(self, dout):
        return [dout * 1, dout * 1]


class Multiply:
    def forward(self, x, y):
        self.inputs = (x, y)
        return math.prod(self.inputs)

    def backward(self, dout):
        return [dout * other for other in reversed(self.inputs)]


class Exp:
    def forward(self, x):
        self.x = x
        return math.exp(x)

    def backward(self, dout):
        return dout * math.exp(self.x)


class Reciprocal:
    def forward(self, x):
        self.x = x
        return x**-1

    def backward(self, dout):
        return -dout / (self.x * self.x)
