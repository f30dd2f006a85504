# mistake: the derivative is a quarter of 1 − f(z)², as in a tanh of z/2 brought to the range of a sigmoid.
# loses: derivative
class Tanh:
    def __call__(self, z):
        return np.tanh(z)

    def derivative(self, z):
        cible = self(z)
        return 0.25 * (1 - cible * cible)
