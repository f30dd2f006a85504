# mistake: derivative takes its argument for a = f(z), as some tutorials do, though it is z
# loses: the derivative

class Sigmoid:
    def __call__(self, z):
        return np.exp(-np.logaddexp(0.0, -z))

    def derivative(self, z):
        return z * (1.0 - z)
