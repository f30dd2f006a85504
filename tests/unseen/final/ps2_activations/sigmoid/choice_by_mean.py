# mistake: the form is chosen by the sign of the mean of z for the whole array, so an array with ±1000 in it overflows to NaN
# loses: large
class Sigmoid:
    def __call__(self, z):
        if np.mean(z) >= 0:
            return 1 / (1 + np.exp(-z))
        return np.exp(z) / (1 + np.exp(z))

    def derivative(self, z):
        a = self(z)
        return a * (1 - a)
