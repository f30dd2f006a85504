# mistake: the derivative is (1 - a)² instead of 1 - a²
# loses: the derivative

class Tanh:
    def __call__(self, z):
        return np.tanh(z)

    def derivative(self, z):
        a = np.tanh(z)
        return (1.0 - a) ** 2
