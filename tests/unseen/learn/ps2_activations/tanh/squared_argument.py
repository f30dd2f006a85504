# mistake: the derivative takes the square inside: 1 − tanh(z²).
# loses: derivative
class Tanh:
    def __call__(self, z):
        return np.tanh(z)

    def derivative(self, z):
        z2 = np.asarray(z) ** 2
        return 1 - np.tanh(z2)
