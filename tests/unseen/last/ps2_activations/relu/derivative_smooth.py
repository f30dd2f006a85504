# mistake: the derivative is a steep sigmoid, 1/(1 + e^(−5z)), a smooth step.
# loses: derivative, kink
class ReLU:
    def __call__(self, z):
        return np.maximum(0.0, z)

    def derivative(self, z):
        return 0.5 * (1 + np.tanh(2.5 * np.asarray(z, dtype=float)))
