# mistake: The corrected m̂ and v̂ are stored as m and v, so the next update goes on from them.
# loses: later
class Adam:
    def __init__(self, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.learning_rate, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.t = 0
        self.m, self.v = None, None

    def update(self, params, grads):
        if self.m is None:
            self.m = {k: np.zeros_like(p) for k, p in params.items()}
            self.v = {k: np.zeros_like(p) for k, p in params.items()}
        self.t += 1
        for k in params:
            self.m[k] = self.beta1 * self.m[k] + (1 - self.beta1) * grads[k]
            self.v[k] = self.beta2 * self.v[k] + (1 - self.beta2) * grads[k] ** 2
            self.m[k] = self.m[k] / (1 - self.beta1**self.t)
            self.v[k] = self.v[k] / (1 - self.beta2**self.t)
            params[k] -= self.learning_rate * self.m[k] / (np.sqrt(self.v[k]) + self.epsilon)
