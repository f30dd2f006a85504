class Tanh:
    __call__ = staticmethod(np.tanh)

    def derivative(self, z):
        return 1 / np.cosh(z) ** 2
