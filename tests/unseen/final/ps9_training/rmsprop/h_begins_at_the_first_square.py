# mistake: At the first update h is g² as a whole, where it begins at zero and gets the share 1 − decay of it.
# loses: first later
class RMSProp:
    def __init__(self, learning_rate=0.01, decay=0.99, epsilon=1e-8):
        self.learning_rate, self.decay, self.epsilon = learning_rate, decay, epsilon
        self.h = {}

    def update(self, params, grads):
        for k, g in grads.items():
            if k in self.h:
                self.h[k] = self.decay * self.h[k] + (1 - self.decay) * g**2
            else:
                self.h[k] = g**2
            params[k] -= self.learning_rate * g / (np.sqrt(self.h[k]) + self.epsilon)
