# mistake: the derivative casts z to int before it compares, so that everything between 0 and 1 counts as 0
# loses: derivative
class ReLU:
    def __call__(self, z):
        return np.fmax(z, 0.0)

    def derivative(self, z):
        gate = np.array(z).astype(int) > 0
        return gate * 1.0
