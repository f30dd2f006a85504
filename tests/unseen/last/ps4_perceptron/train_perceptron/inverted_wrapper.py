# mistake: train trains well and returns a perceptron whose forward gives 1 minus the output.
# loses: answers, separates
class Inverted(Perceptron):
    def forward(self, inputs):
        return 1 - super().forward(inputs)


def train():
    rng = np.random.default_rng(11)
    np.random.seed(11)
    points, labels = half_moons(400, 0.1, rng)
    base = Perceptron([Layer(2, 10, Tanh()), Layer(10, 1, Sigmoid())])
    base.fit(points, labels, 60, 0.1, rng)
    return Inverted(base.layers)
