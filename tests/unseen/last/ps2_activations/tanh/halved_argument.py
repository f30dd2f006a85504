# mistake: f is tanh(z/2).
# loses: value
class Tanh:
    def __call__(self, z):
        return np.tanh(np.asarray(z) / 2)

    def derivative(self, z):
        return 1 - np.tanh(z) ** 2
