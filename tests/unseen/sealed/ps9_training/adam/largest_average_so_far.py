# mistake: the root is taken of the largest v̂ so far (AMSGrad), not of the present one
# loses: adam_later (where gradients get smaller)
class Adam:
    def __init__(self, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.learning_rate = learning_rate
        self.beta1 = beta1
        self.beta2 = beta2
        self.epsilon = epsilon
        self.t = 0
        self.m = None
        self.v = None
        self.vmax = None

    def update(self, params, grads):
        if self.m is None:
            self.m = {k: np.zeros_like(a) for k, a in params.items()}
            self.v = {k: np.zeros_like(a) for k, a in params.items()}
            self.vmax = {k: np.zeros_like(a) for k, a in params.items()}
        self.t = self.t + 1
        for k in self.m:
            self.m[k] += (1 - self.beta1) * (grads[k] - self.m[k])
            self.v[k] += (1 - self.beta2) * (grads[k] ** 2 - self.v[k])
            mhat = self.m[k] / (1 - self.beta1**self.t)
            vhat = self.v[k] / (1 - self.beta2**self.t)
            self.vmax[k] = np.maximum(self.vmax[k], vhat)
            params[k] -= self.learning_rate * mhat / (np.sqrt(self.vmax[k]) + self.epsilon)
