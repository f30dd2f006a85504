# mistake: the first half of the points is taken for training, which is all of the upper moon and nothing else
# loses: train_perceptron
def train():
    rng = np.random.default_rng(0)
    np.random.seed(0)
    points, labels = half_moons(600, 0.1, rng)
    n_train = 300  # the rest would be for testing
    network = Perceptron([Layer(2, 16, Tanh()), Layer(16, 1, Sigmoid())])
    network.fit(points[:n_train], labels[:n_train], 60, 0.1, rng)
    return network
