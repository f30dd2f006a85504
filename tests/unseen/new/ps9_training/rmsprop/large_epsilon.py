# mistake: epsilon is multiplied by 10⁶.
# loses: first, later
class RMSProp:
    def __init__(self, learning_rate=0.01, decay=0.99, epsilon=1e-08):
        self.lr, self.rho, self.eps = (learning_rate, decay, epsilon)
        self.h = None

    def update(self, params, grads):
        if self.h is None:
            self.h = {name: np.zeros_like(prob) for name, prob in params.items()}
        for name in params:
            g = grads[name]
            self.h[name] = self.rho * self.h[name] + (1 - self.rho) * g * g
            params[name] -= self.lr * g / (np.sqrt(self.h[name]) + 1000000.0 * self.eps)
