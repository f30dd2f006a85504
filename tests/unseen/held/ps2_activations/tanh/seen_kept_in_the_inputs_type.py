# mistake: The result is put into an array of the input's own type, so integers are cut to -1, 0 and 1.
# loses: floats for integers

class Tanh:
    def __call__(self, z):
        out = np.empty_like(z)
        out[...] = np.tanh(z)
        return out

    def derivative(self, z):
        return 1.0 - np.tanh(z) ** 2
