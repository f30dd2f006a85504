# mistake: derivative puts a through the sigmoid once more: f(a)(1 - f(a)) with a = f(z)
# loses: sigmoid: the derivative
class Sigmoid:
    def __call__(self, z):
        return np.exp(-np.logaddexp(0, -z))

    def derivative(self, z):
        a = self(z)
        return self(a) * (1 - self(a))
