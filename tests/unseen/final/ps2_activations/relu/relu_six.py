# mistake: the value is cut off at 6 as well (ReLU6), the slope is that of the plain ReLU
# loses: value
class ReLU:
    def __call__(self, z):
        return np.clip(z, 0.0, 6.0)

    def derivative(self, z):
        return (np.asarray(z) > 0).astype(float)
