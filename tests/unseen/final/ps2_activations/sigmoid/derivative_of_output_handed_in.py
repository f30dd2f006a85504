# mistake: derivative takes its argument for the output a and gives z(1 − z)
# loses: derivative, large, any_shape
class Sigmoid:
    def __call__(self, z):
        e = np.exp(-np.abs(z))
        return np.where(np.asarray(z) >= 0, 1, e) / (1 + e)

    def derivative(self, a):
        return a * (1 - a)
