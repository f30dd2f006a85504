# mistake: Below 0 the slope multiplies |z|, so the function rises to the left.
# loses: values below 0

class LeakyReLU:
    def __init__(self, slope=0.01):
        self.slope = slope

    def __call__(self, z):
        pos = np.maximum(z, 0.0)
        neg = np.maximum(-z, 0.0)
        return pos + self.slope * neg

    def derivative(self, z):
        d = np.full(np.shape(z), float(self.slope))
        d[np.asarray(z) > 0] = 1.0
        return d
