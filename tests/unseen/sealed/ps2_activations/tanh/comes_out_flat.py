# mistake: the value is computed over the flattened array and keeps the flat shape
# loses: value for more than one axis and for none
import math


class Tanh:
    def __call__(self, z):
        return np.array([math.tanh(v) for v in np.asarray(z).flatten()])

    def derivative(self, z):
        return 1 - np.tanh(z) ** 2
