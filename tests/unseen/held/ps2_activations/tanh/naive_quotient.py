# mistake: tanh is written as a quotient of exponentials, which is infinity over infinity for large z
# loses: f(z) at large z: NaN

class Tanh:
    def __call__(self, z):
        return (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))

    def derivative(self, z):
        return 1.0 - self(z) ** 2
