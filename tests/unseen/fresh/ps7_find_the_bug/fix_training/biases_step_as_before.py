# mistake: weights take their whole step, and the biases, added in a loop of their own, are still divided by batch_size
# loses: fix_training: biases, step
def broken_train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    network = TwoLayerNet(x_train.shape[1], 50, 10)
    steps_per_epoch = max(len(x_train) // batch_size, 1)
    history = {"train_loss": [], "train_accuracy": [], "test_accuracy": []}

    for i in range(iterations):
        batch = rng.permutation(len(x_train))[:batch_size]
        x, t = x_train[batch], t_train[batch]
        gradients = network.gradient(x, t)
        for name in ("W1", "W2"):
            network.params[name] -= learning_rate * gradients[name]
        for name in ("b1", "b2"):
            network.params[name] -= learning_rate * gradients[name] / batch_size
        if i % steps_per_epoch == 0:
            history["train_loss"].append(network.loss(x_train, t_train))
            history["train_accuracy"].append(network.accuracy(x_train, t_train))
            history["test_accuracy"].append(network.accuracy(x_test, t_test))
    return history
