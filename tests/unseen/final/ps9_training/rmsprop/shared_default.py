# mistake: The dict of h is a default argument, so all optimisers share it.
# loses: apart
class RMSProp:
    def __init__(self, learning_rate=0.01, decay=0.99, epsilon=1e-8, h={}):
        self.learning_rate = learning_rate
        self.decay = decay
        self.epsilon = epsilon
        self.h = h

    def update(self, params, grads):
        lr, d, eps = self.learning_rate, self.decay, self.epsilon
        for k, p in params.items():
            g = grads[k]
            self.h[k] = d * self.h.get(k, np.zeros_like(p)) + (1 - d) * g**2
            p -= lr * g / (np.sqrt(self.h[k]) + eps)
