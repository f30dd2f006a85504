# mistake: the division by batch_size is taken away for the weights and stands on for the biases
# loses: step
def broken_train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    """Returns a dict of three lists with one entry per epoch: train_loss, train_accuracy, test_accuracy."""
    network = TwoLayerNet(x_train.shape[1], 50, 10)
    steps_per_epoch = max(len(x_train) // batch_size, 1)
    history = {"train_loss": [], "train_accuracy": [], "test_accuracy": []}

    for i in range(iterations):
        batch = rng.choice(len(x_train), batch_size, replace=False)
        gradients = network.gradient(x_train[batch], t_train[batch])
        for k in "12":
            network.params["W" + k] -= learning_rate * gradients["W" + k]
            # the bias is added for every sample
            network.params["b" + k] -= learning_rate * gradients["b" + k] / batch_size
        if i % steps_per_epoch == 0:
            history["train_loss"].append(network.loss(x_train, t_train))
            history["train_accuracy"].append(network.accuracy(x_train, t_train))
            history["test_accuracy"].append(network.accuracy(x_test, t_test))
    return history
