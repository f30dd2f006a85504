# mistake: The velocity of a key is made of the first gradient without the learning rate: v begins as −g, and only later gradients are multiplied by lr.
# loses: first later
class Momentum:
    def __init__(self, learning_rate=0.01, momentum=0.9):
        self.learning_rate = learning_rate
        self.momentum = momentum
        self.v = {}

    def update(self, params, grads):
        for k in params:
            if k in self.v:
                self.v[k] = self.momentum * self.v[k] - self.learning_rate * grads[k]
            else:
                self.v[k] = -grads[k]
            params[k] += self.v[k]
