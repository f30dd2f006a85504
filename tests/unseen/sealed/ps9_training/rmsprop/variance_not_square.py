# mistake: the square of an average gradient is taken off h before the root (the centred form), so that it is divided by a deviation, not by a root mean square
# loses: rmsprop_first, rmsprop_later
class RMSProp:
    """h ← decay · h + (1 - decay) · g², then p ← p - learning_rate · g / (√h + epsilon)"""

    def __init__(self, learning_rate=0.01, decay=0.99, epsilon=1e-8):
        self.learning_rate, self.decay, self.epsilon = learning_rate, decay, epsilon
        self.h, self.mean = {}, {}

    def update(self, params, grads):
        d = self.decay
        for key, p in params.items():
            g = grads[key]
            if key not in self.h:
                self.h[key], self.mean[key] = np.zeros(p.shape), np.zeros(p.shape)
            self.h[key] += (1 - d) * (g**2 - self.h[key])
            self.mean[key] += (1 - d) * (g - self.mean[key])
            spread = np.sqrt(np.maximum(self.h[key] - self.mean[key] ** 2, 0))
            p -= self.learning_rate * g / (spread + self.epsilon)
