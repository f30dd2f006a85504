# mistake: the slope is a forward difference with a step of 0.001, wrong by about 1e-4
# loses: derivative
class Sigmoid:
    def __call__(self, z):
        return np.exp(-np.logaddexp(0, -z))

    def derivative(self, z):
        eps = 1e-3
        return (self(z + eps) - self(z)) / eps
