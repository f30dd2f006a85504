class RMSProp:
    """h goes a part of the way to g²."""

    def __init__(self, learning_rate: float = 0.01, decay: float = 0.99, epsilon: float = 1e-8) -> None:
        self.learning_rate, self.decay, self.epsilon = learning_rate, decay, epsilon
        self.h: dict = {}

    def update(self, params: dict, grads: dict) -> None:
        for key, g in grads.items():
            h = self.h[key] = self.h.get(key, np.zeros(np.shape(g)))
            h += (1 - self.decay) * (np.square(g) - h)
            np.subtract(params[key], self.learning_rate * g / (h**0.5 + self.epsilon), out=params[key])
