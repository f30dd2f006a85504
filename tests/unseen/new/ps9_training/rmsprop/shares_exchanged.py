# mistake: decay and 1 − decay are exchanged.
# loses: first, later
class RMSProp:
    def __init__(self, learning_rate=0.01, decay=0.99, epsilon=1e-8):
        self.lr, self.rho, self.eps = learning_rate, decay, epsilon
        self.h = None

    def update(self, params, grads):
        if self.h is None:
            self.h = {name: np.zeros_like(p) for name, p in params.items()}
        for name in params:
            g = grads[name]
            self.h[name] = (1 - self.rho) * self.h[name] + self.rho * g * g
            params[name] -= self.lr * g / (np.sqrt(self.h[name]) + self.eps)
