# mistake: the derivative is f(z)/z, which is NaN at z = 0
# loses: relu: the kink at 0
class ReLU:
    def __call__(self, z):
        return np.where(z > 0, z, 0.0)

    def derivative(self, z):
        pente = self(z) / z
        return pente
