# mistake: h averages absolute gradients, and no root is taken.
# loses: first, later
class RMSProp:
    def __init__(self, learning_rate=0.01, decay=0.99, epsilon=1e-08):
        self.lr, self.rho, self.eps = (learning_rate, decay, epsilon)
        self.h = None

    def update(self, params, grads):
        if self.h is None:
            self.h = {name: np.zeros_like(probability) for name, probability in params.items()}
        for name in params:
            grad_values = grads[name]
            self.h[name] = self.rho * self.h[name] + (1 - self.rho) * np.abs(grad_values)
            params[name] -= self.lr * grad_values / (self.h[name] + self.eps)
