# mistake: the learning rate multiplies the step on its way into p once more
# loses: the steps

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
            vitesse = self.momentum * vitesse - self.learning_rate * grads[clef]
            p += self.learning_rate * vitesse
            self.v[clef] = vitesse
