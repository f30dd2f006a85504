class LeakyReLU(ReLU):
    """z = relu(z) − relu(−z), with less of the second."""

    def __init__(self, slope=0.01):
        super().__init__()
        self.slope = slope

    def __call__(self, z):
        return super().__call__(z) - self.slope * super().__call__(-z)

    def derivative(self, z):
        above = super().derivative(z)
        return above + self.slope * (1 - above)
