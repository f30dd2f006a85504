# mistake: Against overflow z is clipped to ±5, where the sigmoid is still far from its limits.
# loses: values and derivatives beyond 5

class Sigmoid:
    def __call__(self, z):
        sicher = np.clip(z, -5, 5)
        return 1.0 / (1.0 + np.exp(-sicher))

    def derivative(self, z):
        s = self(z)
        return s * (1.0 - s)
