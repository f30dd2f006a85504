# mistake: the value is z + |z|, without the half: twice what it should be where z is positive
# loses: relu: the value
class ReLU:
    # no if needed: z and |z| cancel when z is negative
    def __call__(self, z):
        return 1.0 * (z + np.abs(z))

    def derivative(self, z):
        return (z > 0).astype(float) if isinstance(z, np.ndarray) else float(z > 0)
