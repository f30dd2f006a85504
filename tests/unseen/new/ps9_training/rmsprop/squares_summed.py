# mistake: the squares are added up for good, as AdaGrad does; decay isn't used.
# loses: first, later
class RMSProp:
    def __init__(self, learning_rate=0.01, decay=0.99, epsilon=1e-08):
        self.lr, self.rho, self.eps = (learning_rate, decay, epsilon)
        self.h = None

    def update(self, params, grads):
        if self.h is None:
            self.h = {name: np.zeros_like(proba) for name, proba in params.items()}
        for name in params:
            gr = grads[name]
            self.h[name] = self.h[name] + gr * gr
            params[name] -= self.lr * gr / (np.sqrt(self.h[name]) + self.eps)
