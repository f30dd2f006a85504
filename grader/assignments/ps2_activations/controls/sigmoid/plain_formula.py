class Sigmoid:
    def __call__(self, z):
        return 1 / (1 + np.exp(-z))

    def derivative(self, z):
        return self(z) * (1 - self(z))
