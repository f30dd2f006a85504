# mistake: the parameter is moved by momentum · v - learning_rate · g with the new v, a look ahead as Nesterov's, not by v
# loses: momentum_first, momentum_later
class Momentum:
    def __init__(self, learning_rate=0.01, momentum=0.9):
        self.learning_rate = learning_rate
        self.momentum = momentum
        self.v = None

    def update(self, params, grads):
        if self.v is None:
            self.v = {k: np.zeros_like(p) for k, p in params.items()}
        for k in params:
            self.v[k] = self.momentum * self.v[k] - self.learning_rate * grads[k]
            params[k] += self.momentum * self.v[k] - self.learning_rate * grads[k]
