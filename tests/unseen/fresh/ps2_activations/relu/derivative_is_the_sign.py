# mistake: the derivative is np.sign(z), which is -1 where z is negative
# loses: relu: the derivative
class ReLU:
    """f(z) = max(0, z)"""

    def __call__(self, z):
        return np.maximum(0.0, z)

    def derivative(self, z):
        # slope: 1 on the right, 0 in the middle
        return np.sign(z) * 1.0
