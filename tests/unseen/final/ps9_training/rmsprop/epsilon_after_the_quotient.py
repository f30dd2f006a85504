# mistake: ε is added to the whole quotient, lr·g/√h + ε, and not to √h.
# loses: first later zeros
class RMSProp:
    def __init__(self, learning_rate=0.01, decay=0.99, epsilon=1e-8):
        self.learning_rate = learning_rate
        self.decay = decay
        self.epsilon = epsilon
        self.h = {}

    def update(self, params, grads):
        for k in params:
            g = grads[k]
            if k not in self.h:
                self.h[k] = np.zeros_like(g)
            self.h[k] = self.decay * self.h[k] + (1 - self.decay) * g * g
            params[k] -= self.learning_rate * g / np.sqrt(self.h[k]) + self.epsilon
