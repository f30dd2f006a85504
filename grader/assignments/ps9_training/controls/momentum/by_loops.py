class Momentum:
    def __init__(self, learning_rate=0.01, momentum=0.9):
        self.learning_rate, self.momentum, self.v = learning_rate, momentum, {}

    def update(self, params, grads):
        for key in params:
            if key not in self.v:
                self.v[key] = [0.0] * params[key].size
            flat, g = params[key].reshape(-1), grads[key].ravel()
            for i in range(flat.size):
                self.v[key][i] = self.momentum * self.v[key][i] - self.learning_rate * g[i]
                flat[i] += self.v[key][i]
        return params
