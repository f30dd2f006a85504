# mistake: the step is made of the absolute gradient, so every number goes down
# loses: the steps, where the gradient is negative

class RMSProp:
    def __init__(self, learning_rate=0.01, decay=0.99, epsilon=1e-8):
        self.learning_rate, self.decay, self.epsilon = learning_rate, decay, epsilon
        self.h = None

    def update(self, params, grads):
        if self.h is None:
            self.h = {name: np.zeros(p.shape) for name, p in params.items()}
        for name in params:
            g = grads[name]
            self.h[name] *= self.decay
            self.h[name] += (1 - self.decay) * g**2
            params[name] -= self.learning_rate * np.sqrt(g**2) / (np.sqrt(self.h[name]) + self.epsilon)
