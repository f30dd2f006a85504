# mistake: tanh by its formula e^z − e^−z over e^z + e^−z, which gives NaN for large z.
# loses: large
class Tanh:
    def __call__(self, z):
        p, m = np.exp(z), np.exp(-z)
        return (p - m) / (p + m)

    def derivative(self, z):
        return 1 - np.tanh(z) ** 2
