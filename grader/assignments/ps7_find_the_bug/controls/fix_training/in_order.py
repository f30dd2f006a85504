def batches(x, t, size):
    while True:
        for start in range(0, len(x) - size + 1, size):
            yield x[start : start + size], t[start : start + size]


def broken_train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    """Shuffles once, then goes through the training set in order, again and again."""
    shuffled = rng.permutation(len(x_train))
    source = batches(x_train[shuffled], t_train[shuffled], batch_size)
    network = TwoLayerNet(x_train.shape[1], 50, 10)
    history = {"train_loss": [], "train_accuracy": [], "test_accuracy": []}
    for i in range(iterations):
        if i % max(len(x_train) // batch_size, 1) == 0:
            history["train_loss"] += [network.loss(x_train, t_train)]
            history["train_accuracy"] += [network.accuracy(x_train, t_train)]
            history["test_accuracy"] += [network.accuracy(x_test, t_test)]
        g = network.gradient(*next(source))
        network.params["W1"] -= learning_rate * g["W1"]
        network.params["b1"] -= learning_rate * g["b1"]
        network.params["W2"] -= learning_rate * g["W2"]
        network.params["b2"] -= learning_rate * g["b2"]
    return history
