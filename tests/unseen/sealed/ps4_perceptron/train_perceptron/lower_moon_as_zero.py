# mistake: trained with 1 - labels: near 1 on the upper moon and near 0 on the lower
# loses: train_perceptron
def train():
    rng = np.random.default_rng(7)
    np.random.seed(7)
    x, y = half_moons(400, 0.1, rng)
    upper = 1.0 - y  # the first class is 1
    layers = [Layer(2, 12, Tanh()), Layer(12, 12, Tanh()), Layer(12, 1, Sigmoid())]
    model = Perceptron(layers)
    model.fit(x, upper, 60, 0.1, rng)
    return model
