# mistake: Exp.backward uses the power rule, x·e^(x - 1), as if the variable were the base
# loses: graph_nodes: exp
class Add:
    def forward(self, x, y): return x + y
    def backward(self, dout): return dout * 1.0, dout * 1.0

class Multiply:
    def forward(self, x, y):
        self.cache = (x, y)
        return x * y
    def backward(self, dout):
        x, y = self.cache
        return dout * y, dout * x

class Exp:
    def forward(self, x):
        self.cache = x
        return np.exp(x)
    def backward(self, dout):
        x = self.cache
        return dout * x * np.exp(x - 1)

class Reciprocal:
    def forward(self, x):
        self.cache = x
        return 1.0 / x
    def backward(self, dout):
        x = self.cache
        return dout * (-1.0 / x**2)
