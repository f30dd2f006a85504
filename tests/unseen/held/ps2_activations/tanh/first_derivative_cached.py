# mistake: the tanh of an earlier derivative is used again for the next z of the same shape
# loses: a second derivative at another z of the same shape

class Tanh:
    def __call__(self, z):
        return np.tanh(z)

    def derivative(self, z):
        if not hasattr(self, "a") or np.shape(self.a) != np.shape(z):
            self.a = np.tanh(z)
        return 1.0 - self.a**2
