# mistake: the derivative on the negative side is -slope
# loses: leaky_relu: the derivative
class LeakyReLU:
    def __init__(self, slope=0.01):
        self.pendiente = slope

    def __call__(self, z):
        return np.where(z > 0, z, self.pendiente * z)

    def derivative(self, z):
        # negativa a la izquierda
        return np.where(z > 0, 1.0, -self.pendiente)
