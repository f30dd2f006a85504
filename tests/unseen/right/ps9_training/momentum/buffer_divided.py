# mistake: none: keeps b = v / −lr, so that b ← momentum·b + g and p ← p − lr·b, with own copies.
# loses: nothing
class Momentum:
    __slots__ = ("lr", "mu", "_state")

    def __init__(self, learning_rate=0.01, momentum=0.9):
        self.lr, self.mu, self._state = learning_rate, momentum, {}

    def update(self, params, grads):
        for name in sorted(params):
            b = self._state.setdefault(name, np.zeros(np.shape(params[name])))
            np.multiply(b, self.mu, out=b)
            np.add(b, grads[name], out=b)
            np.subtract(params[name], self.lr * b, out=params[name])
