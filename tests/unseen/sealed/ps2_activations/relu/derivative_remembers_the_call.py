# mistake: derivative uses the mask of the last call (where the shape fits) and doesn't look at its own argument
# loses: derivative
class ReLU:
    def __init__(self):
        self.on = None

    def __call__(self, z):
        self.on = np.array(z) > 0
        return np.maximum(z, 0.0)

    def derivative(self, z):
        if self.on is None or self.on.shape != np.shape(z):
            self(z)
        return self.on.astype(float)
