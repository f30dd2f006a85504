# mistake: The largest v̂ so far divides the step (AMSGrad), where it is the v̂ of this update.
# loses: later
class Adam:
    def __init__(self, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.learning_rate = learning_rate
        self.beta1 = beta1
        self.beta2 = beta2
        self.epsilon = epsilon
        self.t = 0
        self.m, self.v, self.top = {}, {}, {}

    def update(self, params, grads):
        self.t += 1
        for k in params:
            zero = np.zeros_like(params[k])
            self.m[k] = self.beta1 * self.m.get(k, zero) + (1 - self.beta1) * grads[k]
            self.v[k] = self.beta2 * self.v.get(k, zero) + (1 - self.beta2) * grads[k] ** 2
            m = self.m[k] / (1 - self.beta1**self.t)
            v = self.v[k] / (1 - self.beta2**self.t)
            self.top[k] = np.maximum(self.top.get(k, zero), v)
            params[k] -= self.learning_rate * m / (np.sqrt(self.top[k]) + self.epsilon)
