# mistake: The square is taken of z inside tanh, not of tanh.
# loses: derivative

class Tanh:
    def __call__(self, z):
        return np.tanh(z)

    def derivative(self, z):
        return 1 - np.tanh(np.square(z))
