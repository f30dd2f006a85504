# mistake: computes in float16: only three digits are left
# loses: value
class Tanh:
    def __call__(self, z):
        return np.tanh(np.asarray(z, dtype=np.float16)).astype(float)

    def derivative(self, z):
        return 1 - self(z) ** 2
