# mistake: parameters and gradients are paired by their order in the dicts instead of by key
# loses: dicts whose keys are in another order

class Momentum:
    def __init__(self, learning_rate=0.01, momentum=0.9):
        self.learning_rate = learning_rate
        self.momentum = momentum
        self.v = {}

    def update(self, params, grads):
        for (key, p), g in zip(params.items(), grads.values()):
            v = self.v.get(key, np.zeros_like(p))
            self.v[key] = self.momentum * v - self.learning_rate * g
            p += self.v[key]
