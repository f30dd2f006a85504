# mistake: the value is clipped to 0 ... 1, so that everything above 1 comes out as 1
# loses: value
class ReLU:
    """A switch, number by number."""

    def __call__(self, z):
        return np.clip(np.asarray(z, dtype=float), 0.0, 1.0)

    def derivative(self, z):
        return (np.asarray(z) > 0).astype(float)
