# mistake: At the first update the buffer of a key becomes the caller's gradient array itself, and later updates multiply it and add to it in place.
# loses: apart
class Momentum:
    """buf ← momentum · buf + g, p ← p − lr · buf, as in PyTorch"""

    def __init__(self, learning_rate=0.01, momentum=0.9):
        self.learning_rate = learning_rate
        self.momentum = momentum
        self.v = {}

    def update(self, params, grads):
        for name in params:
            grad = grads[name]
            if name not in self.v:
                self.v[name] = grad
            else:
                self.v[name] *= self.momentum
                self.v[name] += grad
            params[name] -= self.learning_rate * self.v[name]
