# mistake: Reciprocal mixes derivative and integral up and hands back dout·ln|x|
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
        return self.y * dout, self.x * dout


class Exp:
    def forward(self, x):
        self.y = np.exp(x)
        return self.y

    def backward(self, dout):
        return self.y * dout


class Reciprocal:
    def forward(self, x):
        self.x = x
        return 1.0 / x

    def backward(self, dout):
        return dout * np.log(abs(self.x))
