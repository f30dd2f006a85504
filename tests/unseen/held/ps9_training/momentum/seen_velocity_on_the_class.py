# mistake: The dict of velocities belongs to the class, so a second optimiser goes on from the first one's.
# loses: state of a second optimiser

class Momentum:
    v = {}

    def __init__(self, learning_rate=0.01, momentum=0.9):
        self.learning_rate = learning_rate
        self.momentum = momentum

    def update(self, params, grads):
        for name in params:
            vel = self.v.get(name, 0.0)
            vel = self.momentum * vel - self.learning_rate * grads[name]
            self.v[name] = vel
            params[name] += vel
