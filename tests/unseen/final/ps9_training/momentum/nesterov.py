# mistake: Nesterov's step is taken: p moves by momentum·v − lr·g with the new v, where it moves by v.
# loses: first later
class Momentum:
    def __init__(self, learning_rate=0.01, momentum=0.9):
        self.learning_rate = learning_rate
        self.momentum = momentum
        self.v = {}

    def update(self, params, grads):
        for key, g in grads.items():
            v = self.momentum * self.v.get(key, np.zeros_like(params[key])) - self.learning_rate * g
            self.v[key] = v
            params[key] += self.momentum * v - self.learning_rate * g
