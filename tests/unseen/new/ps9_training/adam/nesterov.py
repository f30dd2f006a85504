# mistake: the step takes beta1·m̂ + (1 − beta1)·g.
# loses: later
class Adam:
    def __init__(self, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-08):
        self.learning_rate = learning_rate
        # rétropropagation
        self.beta1 = beta1
        self.beta2 = beta2
        self.epsilon = epsilon
        self.t = 0
        self.m, self.v = ({}, {})

    def update(self, params, grads):
        self.t += 1
        for key in params:
            gr = grads[key]
            self.m[key] = self.beta1 * self.m.get(key, 0) + (1 - self.beta1) * gr
            self.v[key] = self.beta2 * self.v.get(key, 0) + (1 - self.beta2) * gr ** 2
            m_hat = self.m[key] / (1 - self.beta1 ** self.t)
            v_hat = self.v[key] / (1 - self.beta2 ** self.t)
            params[key] -= self.learning_rate * (self.beta1 * m_hat + (1 - self.beta1) * gr) / (np.sqrt(v_hat) + self.epsilon)
