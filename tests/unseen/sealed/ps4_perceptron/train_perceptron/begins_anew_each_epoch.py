# mistake: the network is made inside the loop over the epochs, so the one returned has had a single epoch with a small rate
# loses: train_perceptron
def train():
    rng = np.random.default_rng(42)
    points, labels = half_moons(300, 0.1, rng)
    for epoch in range(60):
        np.random.seed(42)
        net = Perceptron([Layer(2, 8, Tanh()), Layer(8, 1, Sigmoid())])
        net.fit(points, labels, 1, 0.05, rng)
    return net
