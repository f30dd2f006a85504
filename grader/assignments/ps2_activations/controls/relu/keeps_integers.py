class ReLU:
    """As in the source: whole numbers for whole numbers."""

    def __call__(self, z):
        return np.maximum(0, z)

    def derivative(self, z):
        return (z > 0).astype(z.dtype)
