# mistake: Reciprocal is integrated where it should be differentiated: its backward multiplies by ln|x|.
# loses: backward of Reciprocal

class Add:
    def forward(self, x, y):
        return x + y

    def backward(self, dout):
        return dout * 1, dout * 1


class Multiply:
    def forward(self, x, y):
        self.cache = x, y
        return x * y

    def backward(self, dout):
        x, y = self.cache
        return y * dout, x * dout


class Exp:
    def forward(self, x):
        self.cache = np.exp(x)
        return self.cache

    def backward(self, dout):
        return dout * self.cache


class Reciprocal:
    def forward(self, x):
        self.cache = x
        return 1 / x

    def backward(self, dout):
        return dout * np.log(np.abs(self.cache))
