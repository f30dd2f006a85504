# mistake: h isn't a running mean: every gradient array is kept as it came, without a copy, and h is made of them anew, so it changes when the caller fills its arrays anew.
# loses: apart
class RMSProp:
    def __init__(self, learning_rate=0.01, decay=0.99, epsilon=1e-8):
        self.learning_rate = learning_rate
        self.decay = decay
        self.epsilon = epsilon
        self.seen = {}

    def update(self, params, grads):
        for k, g in grads.items():
            self.seen.setdefault(k, []).append(g)
            h = 0
            for old in self.seen[k]:
                h = self.decay * h + (1 - self.decay) * old**2
            params[k] -= self.learning_rate * g / (np.sqrt(h) + self.epsilon)
