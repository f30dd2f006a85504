class ReLU:
    def __call__(self, z):
        z = np.asarray(z, dtype=float)
        result = np.zeros(z.shape)
        for index in np.ndindex(z.shape):
            if z[index] > 0:
                result[index] = z[index]
        return result

    def derivative(self, z):
        """From the function's own result."""
        a = self(z)
        return np.where(a > 0, a / np.where(a > 0, a, 1.0), 0.0)
