# mistake: points and labels are mixed by two separate permutations, so the labels don't belong to the points any more
# loses: train_perceptron
def train():
    np.random.seed(3)
    gen = np.random.default_rng(3)
    points, labels = half_moons(400, 0.1, gen)
    points = gen.permutation(points)
    labels = gen.permutation(labels)
    network = Perceptron([Layer(2, 16, Tanh()), Layer(16, 1, Sigmoid())])
    network.fit(points, labels, 40, 0.1, gen)
    return network
