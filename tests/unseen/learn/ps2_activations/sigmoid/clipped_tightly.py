# mistake: z is clipped to [−5, 5] against overflow, which changes f for ordinary values.
# loses: value
class Sigmoid:
    def __call__(self, z):
        z = np.clip(z, -5.0, 5.0)
        return 1 / (1 + np.exp(-z))

    def derivative(self, z):
        z = np.asarray(z, dtype=float)
        a = np.exp(-np.logaddexp(0, -z))
        return a * (1 - a)
