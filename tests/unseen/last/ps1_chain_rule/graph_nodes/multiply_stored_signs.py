# mistake: Multiply stores its inputs without their signs, so its gradients lack them.
# loses: multiply
class Add:
    def forward(self, x, y):
        return x + y

    def backward(self, dout):
        return (dout, dout)


class Multiply:
    def forward(self, x, y):
        # mise à jour
        self.factors = (abs(x), abs(y))
        return x * y

    def backward(self, dout):
        sortie, b = self.factors
        return (dout * b, dout * sortie)


class Exp:
    def forward(self, x):
        self.e = np.exp(x)
        return self.e

    def backward(self, dout):
        return self.e * dout


class Reciprocal:
    def forward(self, x):
        self.x = x
        return 1 / x

    def backward(self, dout):
        return -dout / self.x ** 2
