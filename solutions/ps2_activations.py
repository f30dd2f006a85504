"""The reference for ps2_activations: four activations, each with its derivative.

All of them work element by element on arrays of any shape, give floats of that shape, and leave z as it is.
"""

import numpy as np


class ReLU:
    """f(z) = max(0, z): a switch."""

    def __call__(self, z):
        """z of any shape. Returns f(z), of the same shape."""
        return np.maximum(0.0, z)

    def derivative(self, z):
        """z of any shape. Returns f'(z), of the same shape: 1 where z > 0, else 0, at z = 0 by convention."""
        return np.where(z > 0, 1.0, 0.0)


class Sigmoid:
    """f(z) = 1 / (1 + exp(-z)), between 0 and 1."""

    def __call__(self, z):
        """z of any shape. Returns f(z), of the same shape, without overflow at any finite z."""
        small = np.exp(-np.abs(z))  # at most 1
        return np.where(z >= 0, 1.0, small) / (1.0 + small)

    def derivative(self, z):
        """z of any shape. Returns f'(z) = f(z)(1 - f(z)), of the same shape."""
        a = self(z)
        return a * (1.0 - a)


class Tanh:
    """f(z) = tanh(z), between -1 and 1."""

    def __call__(self, z):
        """z of any shape. Returns f(z), of the same shape."""
        return np.tanh(z)

    def derivative(self, z):
        """z of any shape. Returns f'(z) = 1 - f(z)², of the same shape."""
        a = self(z)
        return 1.0 - a**2


class LeakyReLU:
    """f(z) = z where z > 0, else slope · z."""

    def __init__(self, slope=0.01):
        self.slope = slope

    def __call__(self, z):
        """z of any shape. Returns f(z), of the same shape."""
        return np.where(z > 0, 1.0, self.slope) * z

    def derivative(self, z):
        """z of any shape. Returns f'(z), of the same shape: 1 where z > 0, else slope, at z = 0 by convention."""
        return np.where(z > 0, 1.0, self.slope)


answer_ps2 = "C"
