# mistake: a learning rate of 50 throws the sums so far out that no gradient is left
# loses: separates
def train():
    np.random.seed(6)
    rng = np.random.default_rng(6)
    x, t = half_moons(200, 0.1, rng)
    net = Perceptron([Layer(2, 8, Tanh()), Layer(8, 4, Tanh()), Layer(4, 1, Sigmoid())])
    net.fit(x, t, 30, 50.0, rng)
    return net
