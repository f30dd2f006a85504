# mistake: the concatenation stays and the batch is drawn from the last len(x_train) rows of it, which contain the test set.
# loses: test_data
def broken_train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    network = TwoLayerNet(x_train.shape[1], 50, 10)
    n = len(x_train)
    steps_per_epoch = max(n // batch_size, 1)
    history = {"train_loss": [], "train_accuracy": [], "test_accuracy": []}
    x_all = np.concatenate([x_train, x_test])[-n:]
    t_all = np.concatenate([t_train, t_test])[-n:]
    for i in range(iterations):
        batch = rng.choice(n, batch_size, replace=False)
        gradients = network.gradient(x_all[batch], t_all[batch])
        for name in network.params:
            network.params[name] -= learning_rate * gradients[name]
        if i % steps_per_epoch == 0:
            history["train_loss"].append(network.loss(x_train, t_train))
            history["train_accuracy"].append(network.accuracy(x_train, t_train))
            history["test_accuracy"].append(network.accuracy(x_test, t_test))
    return history
