# mistake: t counts every key of an update and not every update, so the second key has t = 2 at once.
# loses: first later keys
class Adam:
    def __init__(self, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.learning_rate = learning_rate
        self.beta1 = beta1
        self.beta2 = beta2
        self.epsilon = epsilon
        self.t = 0
        self.m = {}
        self.v = {}

    def one(self, key, p, g):
        self.t += 1
        self.m[key] = self.beta1 * self.m.get(key, 0.0) + (1 - self.beta1) * g
        self.v[key] = self.beta2 * self.v.get(key, 0.0) + (1 - self.beta2) * np.square(g)
        m = self.m[key] / (1 - self.beta1**self.t)
        v = self.v[key] / (1 - self.beta2**self.t)
        p -= self.learning_rate * m / (np.sqrt(v) + self.epsilon)

    def update(self, params, grads):
        for key in params:
            self.one(key, params[key], grads[key])
