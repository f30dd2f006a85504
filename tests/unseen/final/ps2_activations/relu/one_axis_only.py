# mistake: loops over z with `for v in z` and compares each v, which works for vectors alone: a matrix or a 0-d array raises an error
# loses: any_shape
class ReLU:
    def __call__(self, z):
        return np.array([v if v > 0 else 0.0 for v in z])

    def derivative(self, z):
        return np.array([1.0 if v > 0 else 0.0 for v in z])
