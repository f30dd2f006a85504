# mistake: f walks over rows and columns with two loops and so takes arrays of two dimensions only.
# loses: value
class ReLU:
    def __call__(self, z):
        out = np.zeros(z.shape)
        for i in range(z.shape[0]):
            for j in range(z.shape[1]):
                if z[i, j] > 0:
                    out[i, j] = z[i, j]
        return out

    def derivative(self, z):
        return np.where(np.asarray(z) > 0, 1.0, 0.0)
