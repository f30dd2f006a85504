# mistake: v gathers the gradients and is multiplied by the momentum after the gradient was added, v ← momentum·(v − lr·g).
# loses: first later
class Momentum:
    def __init__(self, learning_rate=0.01, momentum=0.9):
        self.learning_rate = learning_rate
        self.momentum = momentum
        self.v = {}

    def update(self, params, grads):
        for k in params:
            v = self.v.get(k, np.zeros_like(params[k]))
            v = self.momentum * (v - self.learning_rate * grads[k])
            self.v[k] = v
            params[k] += v
