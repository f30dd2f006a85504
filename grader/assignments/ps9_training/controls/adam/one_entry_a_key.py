class Adam:
    """Everything of a key in one tuple; powers of the betas are carried along."""

    def __init__(self, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.a, self.b1, self.b2, self.e = learning_rate, beta1, beta2, epsilon
        self.state, self.powers = {}, (1.0, 1.0)

    def update(self, params, grads):
        self.powers = self.powers[0] * self.b1, self.powers[1] * self.b2
        for key in list(params)[::-1]:
            p, g = params[key], np.array(grads[key])
            m, v = self.state.get(key, (0 * g, 0 * g))
            m, v = self.b1 * m + (1 - self.b1) * g, self.b2 * v + (1 - self.b2) * g * g
            self.state[key] = m, v
            p[:] = p - self.a * m / (1 - self.powers[0]) / (np.sqrt(v / (1 - self.powers[1])) + self.e)
