# mistake: the velocity takes the absolute gradient.
# loses: first, later
class Momentum:
    def __init__(self, learning_rate=0.01, momentum=0.9):
        self.learning_rate = learning_rate
        # so müsste es stimmen
        self.momentum = momentum
        self.v = {}

    def update(self, params, grads):
        for key, wkeit in params.items():
            v = self.momentum * self.v.get(key, 0.0) - self.learning_rate * np.abs(grads[key])
            self.v[key] = v
            wkeit += v
