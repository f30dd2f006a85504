class Tanh:
    def __call__(self, z):
        far = np.exp(-2.0 * np.abs(z))
        return np.sign(z) * (1.0 - far) / (1.0 + far)

    def derivative(self, z):
        return (1 - self(z)) * (1 + self(z))
