# mistake: the net is a single neuron, which can only draw a straight line
# loses: the accuracy

def train():
    np.random.seed(1)
    rng = np.random.default_rng(1)
    points, labels = half_moons(200, 0.1, rng)
    net = Perceptron([Layer(2, 1, Sigmoid())])
    net.fit(points, labels, 60, 0.1, rng)
    return net
