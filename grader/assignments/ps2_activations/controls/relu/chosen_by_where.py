class ReLU:
    def __call__(self, z):
        return np.where(z > 0, z, 0.0)

    def derivative(self, z):
        return np.where(z > 0, 1.0, 0.0)
