# mistake: the step is made with h from before this gradient, and h is brought up to date only afterwards
# loses: rmsprop_first, rmsprop_later
class RMSProp:
    def __init__(self, learning_rate=0.01, decay=0.99, epsilon=1e-8):
        self.learning_rate = learning_rate
        self.decay = decay
        self.epsilon = epsilon
        self.h = {}

    def update(self, params, grads):
        for key in params:
            g = grads[key]
            h = self.h.get(key, np.zeros_like(g))
            params[key] -= self.learning_rate * g / (np.sqrt(h) + self.epsilon)
            self.h[key] = self.decay * h + (1 - self.decay) * g**2
