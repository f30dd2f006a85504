# mistake: the call writes its zeros into the array it was given
# loses: z must stay unchanged

class ReLU:
    def __call__(self, z):
        an = np.asarray(z, dtype=float)
        an[an < 0] = 0.0
        return an

    def derivative(self, z):
        return np.heaviside(np.asarray(z, dtype=float), 0.0)
