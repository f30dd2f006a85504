# mistake: train returns the losses of fit instead of the net
# loses: what is returned

def train():
    np.random.seed(1)
    rng = np.random.default_rng(1)
    points, labels = half_moons(200, 0.1, rng)
    net = Perceptron([Layer(2, 8, Tanh()), Layer(8, 1, Sigmoid())])
    return net.fit(points, labels, 60, 0.1, rng)
