# mistake: tanh is made of the sigmoid as 2σ(z) - 1, with z where 2z belongs.
# loses: values, and the derivative taken from them

class Tanh:
    def __call__(self, z):
        sigma = np.exp(-np.logaddexp(0, -np.asarray(z, dtype=float)))
        return 2 * sigma - 1

    def derivative(self, z):
        a = self(z)
        return 1 - a**2
