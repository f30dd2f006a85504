# mistake: h is divided by 1 - decay^t before the root, the correction that belongs to Adam
# loses: rmsprop_first, rmsprop_later
class RMSProp:
    def __init__(self, learning_rate=0.01, decay=0.99, epsilon=1e-8):
        self.learning_rate = learning_rate
        self.decay = decay
        self.epsilon = epsilon
        self.h = {}
        self.n = 0

    def update(self, params, grads):
        self.n += 1
        for k, g in grads.items():
            alt = self.h[k] if k in self.h else 0
            self.h[k] = self.decay * alt + (1 - self.decay) * g * g
            h_frei = self.h[k] / (1 - self.decay**self.n)
            params[k] -= self.learning_rate * g / (np.sqrt(h_frei) + self.epsilon)
