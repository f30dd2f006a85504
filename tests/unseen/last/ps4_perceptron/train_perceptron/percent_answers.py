# mistake: the last layer is followed by a factor of 100: answers lie between 0 and 100.
# loses: answers, separates
class Percent(Perceptron):
    def forward(self, inputs):
        return 100 * super().forward(inputs)


def train():
    rng = np.random.default_rng(4)
    np.random.seed(4)
    points, labels = half_moons(400, 0.1, rng)
    net = Perceptron([Layer(2, 10, Tanh()), Layer(10, 1, Sigmoid())])
    net.fit(points, labels, 60, 0.1, rng)
    return Percent(net.layers)
