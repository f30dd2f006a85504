# mistake: v is the running mean of m², where it is that of g².
# loses: first later
class Adam:
    def __init__(self, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.learning_rate = learning_rate
        self.beta1 = beta1
        self.beta2 = beta2
        self.epsilon = epsilon
        self.t = 0
        self.state = {}

    def update(self, params, grads):
        self.t += 1
        b1, b2 = self.beta1, self.beta2
        for k, g in grads.items():
            m, v = self.state.get(k, (np.zeros_like(g), np.zeros_like(g)))
            m = b1 * m + (1 - b1) * g
            v = b2 * v + (1 - b2) * m**2
            self.state[k] = m, v
            rate = self.learning_rate * np.sqrt(1 - b2**self.t) / (1 - b1**self.t)
            params[k] -= rate * m / (np.sqrt(v) + self.epsilon)
