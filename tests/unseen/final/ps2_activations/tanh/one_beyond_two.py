# mistake: np.sign(z) beyond |z| = 2 for the value ("saturated")
# loses: value
class Tanh:
    def __call__(self, z):
        z = np.asarray(z, dtype=float)
        return np.where(np.abs(z) > 2, np.sign(z), np.tanh(z))

    def derivative(self, z):
        return 1 - np.tanh(z) ** 2
