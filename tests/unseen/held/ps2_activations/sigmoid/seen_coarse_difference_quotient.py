# mistake: The derivative is a one-sided difference quotient with a step of 0.1.
# loses: derivative

class Sigmoid:
    def __call__(self, z):
        return 0.5 * (1 + np.tanh(0.5 * np.asarray(z, dtype=float)))

    def derivative(self, z):
        h = 0.1
        return (self(z + h) - self(z)) / h
