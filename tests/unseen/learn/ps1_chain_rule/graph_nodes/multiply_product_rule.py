# mistake: Multiply's backward forms the product rule's sum, x + y times dout, and hands it to both inputs.
# loses: multiply
class Add:
    def forward(self, x, y):
        return x + y

    def backward(self, dout):
        return dout, dout


class Multiply:
    def forward(self, x, y):
        self.inputs = (x, y)
        return x * y

    def backward(self, dout):
        a, b = self.inputs
        both = (a + b) * dout
        return both, both


class Exp:
    def forward(self, x):
        self.result = np.exp(x)
        return self.result

    def backward(self, dout):
        return dout * self.result


class Reciprocal:
    def forward(self, x):
        self.x = x
        return 1 / x

    def backward(self, dout):
        return -dout / self.x / self.x
