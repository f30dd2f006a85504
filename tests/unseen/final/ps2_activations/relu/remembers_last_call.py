# mistake: derivative uses the mask of the last __call__ and ignores its own z
# loses: derivative
class ReLU:
    def __init__(self):
        self.mask = None

    def __call__(self, z):
        self.mask = np.asarray(z) > 0
        return np.where(self.mask, z, 0.0)

    def derivative(self, z):
        return self.mask.astype(float)
