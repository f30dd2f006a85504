# mistake: The step divides by the root of h from before this update, and h is renewed only afterwards.
# loses: first later
class RMSProp:
    def __init__(self, learning_rate=0.01, decay=0.99, epsilon=1e-8):
        self.learning_rate = learning_rate
        self.decay = decay
        self.epsilon = epsilon
        self.h = None

    def update(self, params, grads):
        if self.h is None:
            self.h = {key: np.zeros_like(value) for key, value in params.items()}
        for key in params.keys():
            params[key] -= self.learning_rate * grads[key] / (np.sqrt(self.h[key]) + self.epsilon)
            self.h[key] *= self.decay
            self.h[key] += (1 - self.decay) * grads[key] ** 2
