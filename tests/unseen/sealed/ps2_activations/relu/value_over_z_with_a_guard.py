# mistake: the derivative is taken as f(z) / (z + 1e-5): the guard against division by 0 shifts every positive z
# loses: derivative
class ReLU:
    def __call__(self, z):
        return np.where(z > 0, z, 0.0) * 1.0

    def derivative(self, z):
        eps = 1e-5  # never divide by zero
        return self(z) / (np.abs(z) + eps)
