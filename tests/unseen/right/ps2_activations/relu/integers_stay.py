# mistake: none: the source's np.maximum(0, z), which keeps integers (advice)
# loses: nothing
class ReLU:
    def __call__(self, z):
        return np.maximum(0, z)

    def derivative(self, z):
        return np.where(np.maximum(0, z) == 0, 0.0, 1.0)
