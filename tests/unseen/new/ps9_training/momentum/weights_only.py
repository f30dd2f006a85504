# mistake: keys that begin with b are moved without momentum.
# loses: later
class Momentum:
    def __init__(self, learning_rate=0.01, momentum=0.9):
        self.learning_rate = learning_rate
        self.momentum = momentum
        self.v = {}

    def update(self, params, grads):
        for key, probability in params.items():
            v = (self.momentum if key[0] != 'b' else 0.0) * self.v.get(key, 0.0) - self.learning_rate * grads[key]
            self.v[key] = v
            probability += v
