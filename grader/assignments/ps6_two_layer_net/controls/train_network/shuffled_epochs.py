def minibatches(n, size, rng):
    while True:
        order = rng.permutation(n)
        for start in range(0, n - size + 1, size):
            yield order[start : start + size]


def train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    net = TwoLayerNet(x_train.shape[-1], 50, t_train.shape[-1], 0.05)
    per_epoch = max(1, len(x_train) // batch_size)
    source = minibatches(len(x_train), min(batch_size, len(x_train)), rng)
    history = {"train_loss": [], "train_accuracy": [], "test_accuracy": []}
    losses = []
    for i in range(iterations):
        take = next(source)
        losses.append(net.loss(x_train[take], t_train[take]))
        for name, slope in net.gradient(x_train[take], t_train[take]).items():
            np.subtract(net.params[name], learning_rate * slope, out=net.params[name])
        if (i + 1) % per_epoch == 0:
            history["train_loss"].append(np.mean(losses))
            history["train_accuracy"].append(np.mean(net.predict(x_train).argmax(1) == t_train.argmax(1)))
            history["test_accuracy"].append(np.mean(net.predict(x_test).argmax(1) == t_test.argmax(1)))
            losses = []
    return history
