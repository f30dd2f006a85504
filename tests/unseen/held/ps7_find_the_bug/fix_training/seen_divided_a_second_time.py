# mistake: Everything else is repaired, and the gradients, which are means already, are still divided by the batch size.
# loses: size of the step

def broken_train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    network = TwoLayerNet(x_train.shape[1], 50, 10)
    steps_per_epoch = max(len(x_train) // batch_size, 1)
    history = {"train_loss": [], "train_accuracy": [], "test_accuracy": []}

    for i in range(iterations):
        batch = rng.choice(len(x_train), batch_size, replace=False)
        gradients = network.gradient(x_train[batch], t_train[batch])
        for name, gradient in gradients.items():
            network.params[name] -= learning_rate * gradient / batch_size
        if i % steps_per_epoch == 0:
            history["train_loss"].append(network.loss(x_train, t_train))
            history["train_accuracy"].append(network.accuracy(x_train, t_train))
            history["test_accuracy"].append(network.accuracy(x_test, t_test))
    return history
