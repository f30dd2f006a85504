# mistake: the value is the smooth ln(1 + e^z), "the differentiable ReLU", the slope that of the real one
# loses: value
class ReLU:
    def __call__(self, z):
        return np.logaddexp(0, z)

    def derivative(self, z):
        return np.where(z > 0, 1.0, 0.0)
