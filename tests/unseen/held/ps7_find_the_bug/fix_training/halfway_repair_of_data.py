# mistake: the batches are still drawn from the training set and the test set together
# loses: the test set must not be trained on

def broken_train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    network = TwoLayerNet(x_train.shape[1], 50, 10)
    steps_per_epoch = max(len(x_train) // batch_size, 1)
    history = {"train_loss": [], "train_accuracy": [], "test_accuracy": []}
    for i in range(iterations):
        batch = rng.choice(len(x_train) + len(x_test), batch_size, replace=False)
        x, t = np.concatenate([x_train, x_test])[batch], np.concatenate([t_train, t_test])[batch]
        gradients = network.gradient(x, t)
        for name in network.params:
            network.params[name] -= learning_rate * gradients[name]
        if i % steps_per_epoch == 0:
            history["train_loss"].append(network.loss(x_train, t_train))
            history["train_accuracy"].append(network.accuracy(x_train, t_train))
            history["test_accuracy"].append(network.accuracy(x_test, t_test))
    return history
