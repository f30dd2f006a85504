# mistake: the derivative divides f(z + 1) − f(z) by 1, which is too coarse just below 0.
# loses: derivative, kink
class ReLU:
    def __call__(self, z):
        return np.maximum(0.0, np.asarray(z, dtype=float))

    def derivative(self, z):
        z = np.asarray(z, dtype=float)
        return self(z + 1) - self(z)
