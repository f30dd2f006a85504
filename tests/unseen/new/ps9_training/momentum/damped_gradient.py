# mistake: the gradient is multiplied by 1 − momentum, as in a moving average.
# loses: first, later
class Momentum:
    def __init__(self, learning_rate=0.01, momentum=0.9):
        self.learning_rate = learning_rate
        self.momentum = momentum
        self.v = {}

    def update(self, params, grads):
        for key, p in params.items():
            v = self.momentum * self.v.get(key, 0.0) - (1 - self.momentum) * self.learning_rate * grads[key]
            self.v[key] = v
            p += v
