# mistake: h collects the mean of g² over the whole array, so all its numbers share one pace
# loses: each number at its own pace

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
            self.h[name] += (1 - self.decay) * np.mean(g**2)
            params[name] -= self.learning_rate * g / (np.sqrt(self.h[name]) + self.epsilon)
