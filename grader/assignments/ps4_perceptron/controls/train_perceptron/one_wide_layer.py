def train():
    rng = np.random.default_rng()
    x, t = half_moons(n=300, noise=0.1, rng=rng)
    net = Perceptron([Layer(2, 16, Tanh()), Layer(16, 1, Sigmoid())])
    for learning_rate in (0.3, 0.1):
        losses = net.fit(x, t, 25, learning_rate, rng)
        print(f"learning rate {learning_rate}: {losses[0]:.3f} -> {losses[-1]:.3f}")
    return net
