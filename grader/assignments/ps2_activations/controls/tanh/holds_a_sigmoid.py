class Tanh:
    """tanh(z) = 2 · sigmoid(2z) − 1."""

    def __init__(self):
        self.sigmoid = Sigmoid()

    def __call__(self, z):
        return 2 * self.sigmoid(2.0 * z) - 1

    def derivative(self, z):
        return 4 * self.sigmoid.derivative(2.0 * z)
