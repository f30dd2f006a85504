# mistake: none: ½(z + |z|), and the slope by np.heaviside with 0 at 0
# loses: nothing
class ReLU:
    def __call__(self, z):
        return (z + np.abs(z)) / 2

    def derivative(self, z):
        return np.heaviside(z, 0.0)
