# mistake: h begins with the first gradient's square, not with zero.
# loses: first step and those after it

class RMSProp:
    def __init__(self, learning_rate=0.01, decay=0.99, epsilon=1e-8):
        self.learning_rate = learning_rate
        self.decay = decay
        self.epsilon = epsilon
        self.h = {}

    def update(self, params, grads):
        for k, g in grads.items():
            if k not in self.h:
                self.h[k] = g**2
            else:
                self.h[k] = self.decay * self.h[k] + (1 - self.decay) * g**2
            params[k] -= self.learning_rate * g / (np.sqrt(self.h[k]) + self.epsilon)
