# mistake: the derivative returns the result of f divided by its largest value.
# loses: derivative, any_shape
class ReLU:
    def __call__(self, z):
        return np.maximum(0.0, z)

    def derivative(self, z):
        a = self(np.asarray(z, dtype=float))
        m = a.max() if a.max() > 0 else 1.0
        return a / m
