# mistake: Where the gradient of a key is zero everywhere nothing is done for it, though the ball should roll on with momentum·v.
# loses: later
class Momentum:
    def __init__(self, learning_rate=0.01, momentum=0.9):
        self.learning_rate = learning_rate
        self.momentum = momentum
        self.v = {}

    def update(self, params, grads):
        for k in params:
            if not np.any(grads[k]):
                continue
            if k not in self.v:
                self.v[k] = np.zeros_like(params[k])
            self.v[k] = self.momentum * self.v[k] - self.learning_rate * grads[k]
            params[k] += self.v[k]
