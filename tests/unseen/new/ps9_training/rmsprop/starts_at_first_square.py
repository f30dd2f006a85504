# mistake: h begins as the first gradient's square.
# loses: first, later
class RMSProp:
    def __init__(self, learning_rate=0.01, decay=0.99, epsilon=1e-08):
        self.lr, self.rho, self.eps = (learning_rate, decay, epsilon)
        self.h = None

    def update(self, params, grads):
        if self.h is None:
            self.h = {name: grads[name] ** 2 for name in params}
        for name in params:
            gr = grads[name]
            self.h[name] = self.rho * self.h[name] + (1 - self.rho) * gr * gr
            params[name] -= self.lr * gr / (np.sqrt(self.h[name]) + self.eps)
