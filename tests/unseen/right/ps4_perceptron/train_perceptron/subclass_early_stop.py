# mistake: none: a subclass of Perceptron with its own attributes, trained in rounds until it is good on held-out points
# loses: nothing
class MoonNet(Perceptron):
    def good(self, x, t):
        return np.mean([(self.forward(p).item() > 0.5) == (q[0] > 0.5) for p, q in zip(x, t)])


def train():
    np.random.seed(8)
    rng = np.random.default_rng(8)
    x, t = half_moons(300, 0.1, rng)
    vx, vt = half_moons(200, 0.1, rng)
    net = MoonNet([Layer(2, 10, Tanh()), Layer(10, 1, Sigmoid())])
    for _ in range(30):
        net.fit(x, t, 5, 0.1, rng)
        if net.good(vx, vt) > 0.99:
            break
    return net
