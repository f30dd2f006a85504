# mistake: none: plain loops over every number.
# loses: nothing
class RMSProp:
    def __init__(self, learning_rate=0.01, decay=0.99, epsilon=1e-8):
        self.args = learning_rate, decay, epsilon
        self.h = {}

    def update(self, params, grads):
        lr, decay, eps = self.args
        for key, p in params.items():
            for index in np.ndindex(p.shape):
                g = float(grads[key][index])
                h = decay * self.h.get((key, index), 0.0) + (1 - decay) * g * g
                self.h[key, index] = h
                p[index] -= lr * g / (h**0.5 + eps)
