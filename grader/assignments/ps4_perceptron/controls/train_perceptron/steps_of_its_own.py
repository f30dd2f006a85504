def train():
    np.random.seed(0)
    rng = np.random.default_rng(0)
    points, labels = half_moons(200, 0.05, rng)
    layers = [Layer(2, 10, Tanh()), Layer(10, 5, Tanh()), Layer(5, 1, Sigmoid())]
    model = Perceptron(layers)
    for step in range(8000):
        i = rng.integers(len(points))
        a = model.forward(points[i])
        t = labels[i].reshape(1, 1)
        model.backward((a - t) / (a * (1 - a) + 1e-9), 0.1)
    return model
