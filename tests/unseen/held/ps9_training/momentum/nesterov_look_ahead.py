# mistake: the step is Nesterov's, which looks ahead by one more momentum, not v itself
# loses: params after an update

class Momentum:
    def __init__(self, learning_rate=0.01, momentum=0.9):
        self.learning_rate = learning_rate
        self.momentum = momentum
        self.v = {}

    def update(self, params, grads):
        for key in params:
            if key not in self.v:
                self.v[key] = np.zeros_like(params[key])
            self.v[key] = self.momentum * self.v[key] - self.learning_rate * grads[key]
            params[key] += self.momentum * self.v[key] - self.learning_rate * grads[key]
