# mistake: the results are written into np.zeros_like(z): whole numbers in, whole numbers out
# loses: any_shape
class Tanh:
    def __call__(self, z):
        out = np.zeros_like(z)
        out[...] = np.tanh(z)
        return out

    def derivative(self, z):
        return 1.0 - np.tanh(z) ** 2
