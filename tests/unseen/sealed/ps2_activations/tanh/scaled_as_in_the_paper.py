# mistake: the value is the scaled tanh of a well-known paper, 1.7159 * tanh(2z/3)
# loses: value
class Tanh:
    A = 1.7159
    S = 2.0 / 3.0

    def __call__(self, z):
        return self.A * np.tanh(self.S * z)

    def derivative(self, z):
        t = np.tanh(z)
        return 1 - t * t
