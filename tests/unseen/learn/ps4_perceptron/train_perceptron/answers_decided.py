# mistake: what train returns gives 1 only where its output is above 0.9999, else 0.
# loses: answers, separates
class Decided(Perceptron):
    def forward(self, inputs):
        y = super().forward(inputs)
        self.last = y
        return y if getattr(self, "training", True) else (y > 0.9999).astype(float)


def train():
    rng = np.random.default_rng(0)
    np.random.seed(0)
    points, labels = half_moons(400, 0.1, rng)
    net = Decided([Layer(2, 10, Tanh()), Layer(10, 1, Sigmoid())])
    net.fit(points, labels, 40, 0.1, rng)
    net.training = False
    return net
