# mistake: np.tan, the trigonometric function, in place of np.tanh
# loses: value, large
class Tanh:
    def __call__(self, z):
        return np.tan(z)

    def derivative(self, z):
        a = np.tanh(z)
        return 1 - a * a
