# mistake: v averages the square of m, which was just brought up to date, not of the gradient
# loses: adam_first, adam_later
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
        b1, b2 = self.beta1, self.beta2
        self.t += 1
        for key, theta in params.items():
            m = self.m.setdefault(key, np.zeros_like(theta))
            v = self.v.setdefault(key, np.zeros_like(theta))
            m[...] = b1 * m + (1 - b1) * grads[key]
            v[...] = b2 * v + (1 - b2) * m * m
            m_hat, v_hat = m / (1 - b1**self.t), v / (1 - b2**self.t)
            theta -= self.learning_rate * m_hat / (v_hat**0.5 + self.epsilon)
