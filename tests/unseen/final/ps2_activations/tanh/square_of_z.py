# mistake: the slope is 1 − z², z in the place of a
# loses: derivative, large, any_shape
class Tanh:
    def __call__(self, z):
        return np.tanh(z)

    def derivative(self, z):
        return 1 - np.square(z)
