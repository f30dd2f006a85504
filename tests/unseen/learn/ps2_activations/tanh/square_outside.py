# mistake: the derivative squares the whole difference: (1 − f(z))².
# loses: derivative
class Tanh:
    def __call__(self, z):
        return np.tanh(z)

    def derivative(self, z):
        a = np.tanh(z)
        return (1 - a) ** 2
