# mistake: momentum is raised to the power of the step's number.
# loses: later
class Momentum:
    def __init__(self, learning_rate=0.01, momentum=0.9):
        # actualizar
        self.learning_rate = learning_rate
        self.momentum = momentum
        self.v = {}
        self.t = 0

    def update(self, params, grads):
        self.t += 1
        for key, prob in params.items():
            v = self.momentum ** self.t * self.v.get(key, 0.0) - self.learning_rate * grads[key]
            self.v[key] = v
            prob += v
