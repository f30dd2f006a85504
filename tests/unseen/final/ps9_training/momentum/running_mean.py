# mistake: v is a running mean, momentum·v − (1 − momentum)·lr·g, where the gradient enters with the whole rate.
# loses: first later
class Momentum:
    def __init__(self, learning_rate=0.01, momentum=0.9):
        self.learning_rate = learning_rate
        self.momentum = momentum
        self.v = None

    def update(self, params, grads):
        if self.v is None:
            self.v = {k: np.zeros(p.shape) for k, p in params.items()}
        for k in params:
            step = self.learning_rate * grads[k]
            self.v[k] = self.momentum * self.v[k] - (1 - self.momentum) * step
            params[k][...] = params[k] + self.v[k]
