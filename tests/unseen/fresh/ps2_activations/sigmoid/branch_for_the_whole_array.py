# mistake: the stable form is chosen once for the whole array: with mixed signs exp(z)/(1 + exp(z)) overflows to NaN for large z
# loses: sigmoid: z = ±1000 in one array, value and derivative
class Sigmoid:
    def __call__(self, z):
        if np.min(z) >= 0:
            return 1 / (1 + np.exp(-z))
        else:
            return np.exp(z) / (1 + np.exp(z))

    def derivative(self, z):
        a = self(z)
        return a * (1 - a)
