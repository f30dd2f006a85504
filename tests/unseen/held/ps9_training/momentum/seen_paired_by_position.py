# mistake: Parameters and gradients are paired by their position in the dicts, not by key.
# loses: gradients in another order

class Momentum:
    def __init__(self, learning_rate=0.01, momentum=0.9):
        self.learning_rate = learning_rate
        self.momentum = momentum
        self.v = None

    def update(self, params, grads):
        if self.v is None:
            self.v = [np.zeros_like(p) for p in params.values()]
        for i, (p, g) in enumerate(zip(params.values(), grads.values())):
            self.v[i] = self.momentum * self.v[i] - self.learning_rate * g
            p += self.v[i]
