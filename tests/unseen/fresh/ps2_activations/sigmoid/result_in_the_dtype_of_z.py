# mistake: the result array is np.empty_like(z): for integers every value is cut down to 0
# loses: sigmoid: integers, value and derivative
class Sigmoid:
    def __call__(self, z):
        out = np.empty_like(z)
        positiv = np.asarray(z >= 0)
        out[positiv] = 1 / (1 + np.exp(-z[positiv]))
        e = np.exp(z[~positiv])
        out[~positiv] = e / (1 + e)
        return out

    def derivative(self, z):
        a = self(z)
        return a * (1 - a)
