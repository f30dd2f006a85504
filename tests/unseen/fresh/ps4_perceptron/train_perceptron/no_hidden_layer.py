# mistake: the network is one sigmoid neuron, which can only draw a straight line
# loses: train_perceptron
def train():
    rng = np.random.default_rng(0)
    data, labels = half_moons(400, 0.1, rng)
    perceptron = Perceptron([Layer(2, 1, Sigmoid())])
    perceptron.fit(data, labels, 50, 0.1, rng)
    return perceptron
