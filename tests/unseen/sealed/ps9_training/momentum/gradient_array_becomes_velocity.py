# mistake: at the first call the gradient array itself becomes the velocity, scaled in place; where the caller fills it anew the velocity is lost
# loses: momentum_later (the caller fills its gradient arrays anew)
class Momentum:
    """v ← momentum · v - learning_rate · g, then p ← p + v"""

    def __init__(self, learning_rate=0.01, momentum=0.9):
        self.learning_rate = learning_rate
        self.momentum = momentum
        self.v = dict()

    def update(self, params, grads):
        for key in params.keys():
            if key not in self.v:
                # v was zero: all that is left is -lr·g
                self.v[key] = grads[key]
                self.v[key] *= -self.learning_rate
            else:
                self.v[key] = self.momentum * self.v[key] - self.learning_rate * grads[key]
            params[key][...] = params[key] + self.v[key]
