# mistake: the derivative at exactly 0 is one half, the middle of both sides
# loses: the derivative at z = 0

class ReLU:
    def __call__(self, z):
        an = np.array(z, dtype=float)
        an[an < 0] = 0.0
        return an

    def derivative(self, z):
        return np.heaviside(np.asarray(z, dtype=float), 0.5)
