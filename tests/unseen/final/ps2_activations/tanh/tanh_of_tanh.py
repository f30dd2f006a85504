# mistake: takes the tanh twice: the slope is 1 − tanh(tanh(z))²
# loses: derivative
class Tanh:
    def __call__(self, z):
        return np.tanh(z)

    def derivative(self, z):
        a = self(z)
        return 1 - np.tanh(a) ** 2
