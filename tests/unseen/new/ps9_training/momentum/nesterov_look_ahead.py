# mistake: the parameter is moved by momentum·v − rate·gradient on top of the new v: a step ahead.
# loses: first, later
class Momentum:
    def __init__(self, learning_rate=0.01, momentum=0.9):
        self.learning_rate = learning_rate
        self.momentum = momentum
        self.v = {}

    def update(self, params, grads):
        for key, p in params.items():
            v = self.momentum * self.v.get(key, 0.0) - self.learning_rate * grads[key]
            self.v[key] = v
            p += self.momentum * v - self.learning_rate * grads[key]
