# mistake: the last activation is a tanh and the labels are spread to −1 and 1, so the answer for the upper moon is near −1.
# loses: answers
def train():
    rng = np.random.default_rng(0)
    np.random.seed(0)
    points, labels = half_moons(400, 0.1, rng)
    net = Perceptron([Layer(2, 10, Tanh()), Layer(10, 1, Tanh())])
    targets = 2 * labels - 1
    for _ in range(80):
        for i in rng.permutation(len(points)):
            y = net.forward(points[i])
            net.backward(y - targets[i].reshape(-1, 1), 0.05)
    return net
