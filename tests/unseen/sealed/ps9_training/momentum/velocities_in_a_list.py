# mistake: the velocities stand in a list in the order of the gradients' keys, counted anew each call: another order of keys takes another velocity
# loses: momentum_keys
class Momentum:
    def __init__(self, learning_rate=0.01, momentum=0.9):
        self.learning_rate = learning_rate
        self.momentum = momentum
        self.v = []

    def update(self, params, grads):
        if not self.v:
            self.v = [0.0] * len(grads)
        for i, (key, g) in enumerate(grads.items()):
            self.v[i] = self.momentum * self.v[i] - self.learning_rate * g
            np.add(params[key], self.v[i], out=params[key])
