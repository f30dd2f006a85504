# mistake: the memory is kept by the shape of the array, not by its key, so arrays of the same shape share it
# loses: a memory for each key

class Momentum:
    def __init__(self, learning_rate=0.01, momentum=0.9):
        self.learning_rate = learning_rate
        self.momentum = momentum
        self.v = {}

    def update(self, params, grads):
        for clef, p in params.items():
            vitesse = self.v.get(p.shape)
            if vitesse is None:
                vitesse = np.zeros_like(p)
            vitesse = self.momentum * vitesse - self.learning_rate * grads[clef]
            p += vitesse
            self.v[p.shape] = vitesse
