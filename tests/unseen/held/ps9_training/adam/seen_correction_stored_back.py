# mistake: The corrected m is stored as the state, so it is corrected again at the next step.
# loses: steps from the second on

class Adam:
    def __init__(self, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.learning_rate, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.t, self.m, self.v = 0, {}, {}

    def update(self, params, grads):
        self.t += 1
        b1, b2, t = self.beta1, self.beta2, self.t
        for name, g in grads.items():
            m = b1 * self.m.get(name, 0) + (1 - b1) * g
            v = b2 * self.v.get(name, 0) + (1 - b2) * g * g
            m = m / (1 - b1**t)
            self.m[name], self.v[name] = m, v
            params[name] -= self.learning_rate * m / (np.sqrt(v / (1 - b2**t)) + self.epsilon)
