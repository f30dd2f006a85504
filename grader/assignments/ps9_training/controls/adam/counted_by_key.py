class Adam:
    """t is counted for each key, which comes to the same."""

    def __init__(self, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.__dict__.update(locals())
        self.t, self.m, self.v = {}, {}, {}

    def update(self, params, grads):
        for k in grads:
            self.t[k] = t = self.t.get(k, 0) + 1
            self.m[k] = self.beta1 * self.m.get(k, 0) + (1 - self.beta1) * grads[k]
            self.v[k] = self.beta2 * self.v.get(k, 0) + (1 - self.beta2) * grads[k] ** 2
            params[k] -= self.learning_rate * (self.m[k] / (1 - self.beta1**t)) / ((self.v[k] / (1 - self.beta2**t)) ** 0.5 + self.epsilon)
