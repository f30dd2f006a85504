# mistake: none: a generator of batches from permutations, all parameters by zip, entries after the last step of each epoch
# loses: nothing
def _batches(n, size, rng):
    while True:
        order = rng.permutation(n)
        for k in range(max(n // size, 1)):
            yield order[k * size : (k + 1) * size]


def broken_train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    network = TwoLayerNet(x_train.shape[1], 50, 10)
    steps_per_epoch = max(len(x_train) // batch_size, 1)
    history = {"train_loss": [], "train_accuracy": [], "test_accuracy": []}
    for i, batch in zip(range(iterations), _batches(len(x_train), batch_size, rng)):
        x, t = x_train[batch], t_train[batch]
        gradients = network.gradient(x, t)
        for name, p in network.params.items():
            p -= learning_rate * gradients[name]
        if i % steps_per_epoch == 0:
            history["train_loss"].append(network.loss(x_train, t_train))
            history["train_accuracy"].append(network.accuracy(x_train, t_train))
            history["test_accuracy"].append(network.accuracy(x_test, t_test))
    return history
