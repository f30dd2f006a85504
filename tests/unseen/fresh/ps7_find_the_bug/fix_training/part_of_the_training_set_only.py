# mistake: the test set is cut off x_all by the length of the training set, so only as many training samples as there are test samples are used
# loses: fix_training: batches (some training samples are never drawn)
def broken_train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    network = TwoLayerNet(x_train.shape[1], 50, 10)
    steps_per_epoch = max(len(x_train) // batch_size, 1)
    history = {"train_loss": [], "train_accuracy": [], "test_accuracy": []}

    x_all = np.concatenate([x_train, x_test])
    t_all = np.concatenate([t_train, t_test])
    n = len(x_all) - len(x_train)      # without the test set

    for i in range(iterations):
        batch = rng.choice(n, batch_size)
        x, t = x_all[batch], t_all[batch]
        gradients = network.gradient(x, t)
        for name in ("W1", "b1", "W2", "b2"):
            network.params[name] -= learning_rate * gradients[name]
        if i % steps_per_epoch == 0:
            history["train_loss"].append(network.loss(x, t))
            history["train_accuracy"].append(network.accuracy(x_train, t_train))
            history["test_accuracy"].append(network.accuracy(x_test, t_test))
    return history
