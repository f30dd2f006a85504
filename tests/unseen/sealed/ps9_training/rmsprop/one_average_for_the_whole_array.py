# mistake: h is a single number for each parameter, from the mean of g² over the array, so that all its numbers go at one pace
# loses: rmsprop_first, rmsprop_later
class RMSProp:
    def __init__(self, learning_rate=0.01, decay=0.99, epsilon=1e-8):
        self.learning_rate = learning_rate
        self.decay = decay
        self.epsilon = epsilon
        self.h = None

    def update(self, params, grads):
        if self.h is None:
            self.h = dict.fromkeys(params, 0.0)
        for name in params:
            mean_square = np.mean(np.square(grads[name]))
            self.h[name] = self.decay * self.h[name] + (1 - self.decay) * mean_square
            rms = np.sqrt(self.h[name])
            params[name] -= self.learning_rate * grads[name] / (rms + self.epsilon)
