# mistake: the whole of v is multiplied by the learning rate once more when it is added.
# loses: first, later
class Momentum:
    def __init__(self, learning_rate=0.01, momentum=0.9):
        self.learning_rate = learning_rate
        self.momentum = momentum
        # rétropropagation
        self.v = {}

    def update(self, params, grads):
        for key, proba in params.items():
            v = self.momentum * self.v.get(key, 0.0) - self.learning_rate * grads[key]
            self.v[key] = v
            proba += self.learning_rate * v
