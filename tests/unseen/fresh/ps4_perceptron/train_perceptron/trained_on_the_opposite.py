# mistake: the labels are turned round before training (1 - labels)
# loses: train_perceptron
def train():
    np.random.seed(0)
    rng = np.random.default_rng(0)
    points, labels = half_moons(300, 0.1, rng)
    upper = 1 - labels               # 1 for the upper moon
    net = Perceptron([Layer(2, 8, Tanh()), Layer(8, 1, Sigmoid())])
    net.fit(points, upper, 60, 0.1, rng)
    return net
