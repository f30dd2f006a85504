# mistake: one velocity is kept for all keys: each key goes on with that of the key before.
# loses: first, later, keys
class Momentum:
    def __init__(self, learning_rate=0.01, momentum=0.9):
        self.learning_rate = learning_rate
        self.momentum = momentum
        self.v = 0.0

    def update(self, params, grads):
        for key, p in params.items():
            v = self.momentum * np.mean(self.v) - self.learning_rate * grads[key]
            self.v = v
            p += v
