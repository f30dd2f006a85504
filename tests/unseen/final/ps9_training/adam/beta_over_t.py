# mistake: The correction divides m by 1 − β1/t and v by 1 − β2/t: β is divided by t, where it is raised to the power t.
# loses: later
class Adam:
    def __init__(self, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.learning_rate = learning_rate
        self.beta1 = beta1
        self.beta2 = beta2
        self.epsilon = epsilon
        self.t = 0
        self.m = {}
        self.v = {}

    def update(self, params, grads):
        self.t += 1
        for k in params:
            g = grads[k]
            self.m[k] = self.beta1 * self.m.get(k, 0) + (1 - self.beta1) * g
            self.v[k] = self.beta2 * self.v.get(k, 0) + (1 - self.beta2) * g * g
            m = self.m[k] / (1 - self.beta1 / self.t)
            v = self.v[k] / (1 - self.beta2 / self.t)
            params[k] -= self.learning_rate * m / (np.sqrt(v) + self.epsilon)
