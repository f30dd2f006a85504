# mistake: a new batch is drawn at the beginning of each epoch only and used for all steps of it
# loses: batches
def broken_train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    """Trains a TwoLayerNet with 50 hidden units."""
    network = TwoLayerNet(x_train.shape[1], 50, 10)
    steps_per_epoch = max(len(x_train) // batch_size, 1)
    history = {"train_loss": [], "train_accuracy": [], "test_accuracy": []}

    for i in range(iterations):
        if i % steps_per_epoch == 0:
            batch = rng.choice(len(x_train), batch_size, replace=False)
            x, t = x_train[batch], t_train[batch]
        gradients = network.gradient(x, t)
        for name in ("W1", "b1", "W2", "b2"):
            network.params[name] -= learning_rate * gradients[name]
        if i % steps_per_epoch == 0:
            history["train_loss"].append(network.loss(x_train, t_train))
            history["train_accuracy"].append(network.accuracy(x_train, t_train))
            history["test_accuracy"].append(network.accuracy(x_test, t_test))
    return history
