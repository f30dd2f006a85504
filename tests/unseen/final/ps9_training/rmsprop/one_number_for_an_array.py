# mistake: h is the running mean of the mean square over a whole array, one number for each key, where every entry has its own.
# loses: first later
class RMSProp:
    def __init__(self, learning_rate=0.01, decay=0.99, epsilon=1e-8):
        self.learning_rate = learning_rate
        self.decay = decay
        self.epsilon = epsilon
        self.h = {}

    def update(self, params, grads):
        for name, g in grads.items():
            mean_square = np.mean(g**2)
            self.h[name] = self.decay * self.h.get(name, 0.0) + (1 - self.decay) * mean_square
            params[name] -= self.learning_rate * g / (np.sqrt(self.h[name]) + self.epsilon)
