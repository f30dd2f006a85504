# mistake: noted is the best test accuracy of all epochs so far, not that of the network as it is
# loses: accuracy
def broken_train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    network = TwoLayerNet(x_train.shape[1], 50, 10)
    steps_per_epoch = max(len(x_train) // batch_size, 1)
    history = {"train_loss": [], "train_accuracy": [], "test_accuracy": []}
    best = 0.0

    for i in range(iterations):
        batch = rng.choice(len(x_train), batch_size, replace=False)
        x, t = x_train[batch], t_train[batch]
        gradients = network.gradient(x, t)
        for name in network.params:
            network.params[name] -= learning_rate * gradients[name]
        if i % steps_per_epoch == 0:
            history["train_loss"].append(network.loss(x_train, t_train))
            history["train_accuracy"].append(network.accuracy(x_train, t_train))
            best = max(best, network.accuracy(x_test, t_test))
            history["test_accuracy"].append(best)
    return history
