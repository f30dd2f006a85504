# mistake: the network is one layer from the points to the answer: it can draw a straight line only
# loses: train_perceptron
def train():
    np.random.seed(1)
    rng = np.random.default_rng(1)
    data, target = half_moons(400, 0.1, rng)
    p = Perceptron([Layer(2, 1, Sigmoid())])
    p.fit(data, target, epochs=80, learning_rate=0.1, rng=rng)
    return p
