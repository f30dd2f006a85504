# mistake: the batches come from the training set, but train_accuracy is taken over training and test data together
# loses: fix_training: accuracy
def broken_train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    network = TwoLayerNet(x_train.shape[1], 50, 10)
    steps_per_epoch = max(len(x_train) // batch_size, 1)
    history = {"train_loss": [], "train_accuracy": [], "test_accuracy": []}

    x_all = np.concatenate([x_train, x_test])
    t_all = np.concatenate([t_train, t_test])

    for i in range(iterations):
        batch = rng.choice(len(x_train), batch_size, replace=False)
        x, t = x_train[batch], t_train[batch]
        gradients = network.gradient(x, t)
        for name in gradients:
            network.params[name] -= learning_rate * gradients[name]
        if i % steps_per_epoch == 0:
            history["train_loss"].append(network.loss(x, t))
            history["train_accuracy"].append(network.accuracy(x_all, t_all))
            history["test_accuracy"].append(network.accuracy(x_test, t_test))
    return history
