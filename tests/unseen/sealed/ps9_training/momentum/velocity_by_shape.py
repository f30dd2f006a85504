# mistake: the velocities are kept by the shape of the array, so that two parameters of one shape share a velocity
# loses: momentum_keys (and momentum_first, momentum_later where two shapes are equal)
class Momentum:
    def __init__(self, learning_rate=0.01, momentum=0.9):
        self.learning_rate = learning_rate
        self.momentum = momentum
        self.v = {}

    def update(self, params, grads):
        for name, p in params.items():
            g = grads[name]
            v = self.v.setdefault(p.shape, np.zeros(p.shape))
            v *= self.momentum
            v -= self.learning_rate * g
            p += v
