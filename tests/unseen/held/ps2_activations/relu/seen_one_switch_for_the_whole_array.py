# mistake: One decision is made for the whole array: if any number is above 0 all of them pass.
# loses: values of arrays that mix signs

class ReLU:
    def __call__(self, z):
        z = np.asarray(z, dtype=float)
        if (z > 0).any():
            return z.copy()
        return np.zeros_like(z)

    def derivative(self, z):
        return (np.asarray(z) > 0).astype(float)
