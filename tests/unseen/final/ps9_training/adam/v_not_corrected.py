# mistake: Only m is divided by 1 − β1ᵗ; v stays as it is.
# loses: first later
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
        self.t = self.t + 1
        for key in params:
            grad = grads[key]
            if key not in self.m:
                self.m[key] = np.zeros(grad.shape)
                self.v[key] = np.zeros(grad.shape)
            self.m[key] += (1 - self.beta1) * (grad - self.m[key])
            self.v[key] += (1 - self.beta2) * (grad**2 - self.v[key])
            m_hat = self.m[key] / (1 - self.beta1**self.t)
            params[key] -= self.learning_rate * m_hat / (np.sqrt(self.v[key]) + self.epsilon)
