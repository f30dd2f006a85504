# mistake: none: the sigmoid through tanh, ½(1 + tanh(z/2)), the slope through its square
# loses: nothing
class Sigmoid:
    def __call__(self, z):
        return 0.5 * (1.0 + np.tanh(np.asarray(z) / 2))

    def derivative(self, z):
        th = np.tanh(np.asarray(z) / 2)
        return 0.25 * (1.0 - th * th)
