# mistake: f is rounded to four decimals.
# loses: value
class Tanh:
    def __call__(self, z):
        return np.round(np.tanh(z), 4)

    def derivative(self, z):
        return 1 - np.tanh(z) ** 2
