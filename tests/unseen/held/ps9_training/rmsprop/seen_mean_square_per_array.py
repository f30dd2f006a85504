# mistake: The square is averaged over the whole array, so all numbers of a parameter share one pace.
# loses: steps of arrays with more than one number

class RMSProp:
    def __init__(self, learning_rate=0.01, decay=0.99, epsilon=1e-8):
        self.learning_rate = learning_rate
        self.decay = decay
        self.epsilon = epsilon
        self.h = {}

    def update(self, params, grads):
        for name, p in params.items():
            g = grads[name]
            alt = self.h.get(name, 0.0)
            self.h[name] = self.decay * alt + (1 - self.decay) * np.mean(g * g)
            p -= self.learning_rate * g / (np.sqrt(self.h[name]) + self.epsilon)
