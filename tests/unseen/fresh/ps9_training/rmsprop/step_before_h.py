# mistake: the parameters move by the h of the call before; h is brought up to date afterwards
# loses: the first and later steps

class RMSProp:
    def __init__(self, learning_rate=0.01, decay=0.99, epsilon=1e-8):
        self.learning_rate, self.decay, self.epsilon = learning_rate, decay, epsilon
        self.h = None

    def update(self, params, grads):
        if self.h is None:
            self.h = {name: np.zeros(p.shape) for name, p in params.items()}
        for name in params:
            g = grads[name]
            params[name] -= self.learning_rate * g / (np.sqrt(self.h[name]) + self.epsilon)
            self.h[name] *= self.decay
            self.h[name] += (1 - self.decay) * g**2
