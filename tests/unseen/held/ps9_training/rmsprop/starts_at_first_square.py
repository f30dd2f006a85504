# mistake: h begins at the square of the first gradient instead of zero
# loses: the first updates

class RMSProp:
    def __init__(self, learning_rate=0.01, decay=0.99, epsilon=1e-8):
        self.learning_rate = learning_rate
        self.decay = decay
        self.epsilon = epsilon
        self.h = None

    def update(self, params, grads):
        if self.h is None:
            self.h = {name: grads[name] ** 2 for name in params}
        for name, p in params.items():
            g = grads[name]
            self.h[name] = self.decay * self.h[name] + (1 - self.decay) * g**2
            p -= self.learning_rate * g / (np.sqrt(self.h[name]) + self.epsilon)
