# mistake: the running mean is taken with (1 - momentum) for the gradient
# loses: the first and later steps

class Momentum:
    def __init__(self, learning_rate=0.01, momentum=0.9):
        self.learning_rate = learning_rate
        self.momentum = momentum
        self.v = {}

    def update(self, params, grads):
        for clef, p in params.items():
            vitesse = self.v.get(clef)
            if vitesse is None:
                vitesse = np.zeros_like(p)
            vitesse = self.momentum * vitesse - (1 - self.momentum) * self.learning_rate * grads[clef]
            p += vitesse
            self.v[clef] = vitesse
