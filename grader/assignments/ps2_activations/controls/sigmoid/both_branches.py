import warnings


def _sigmoid(z):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return np.where(z < 0, np.exp(z) / (1.0 + np.exp(z)), 1.0 / (1.0 + np.exp(-z)))


class Sigmoid:
    """Keeps what it did last, for whoever is curious, and doesn't use it."""

    def __init__(self):
        self.last = None

    def __call__(self, z):
        self.last = _sigmoid(z)
        return self.last

    @staticmethod
    def derivative(z):
        output = _sigmoid(z)
        return np.subtract(output, np.square(output))
