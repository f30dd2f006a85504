# mistake: each gradient is divided by its own length, so that every step has the length of the learning rate
# loses: step
def unit(v):
    return v / (np.linalg.norm(v) + 1e-12)


def broken_train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    network = TwoLayerNet(x_train.shape[1], 50, 10)
    steps_per_epoch = max(len(x_train) // batch_size, 1)
    history = {"train_loss": [], "train_accuracy": [], "test_accuracy": []}

    for i in range(iterations):
        batch = rng.integers(0, len(x_train), batch_size)
        x, t = x_train[batch], t_train[batch]
        gradients = network.gradient(x, t)
        for name, gradient in gradients.items():
            network.params[name] -= learning_rate * unit(gradient)
        if i % steps_per_epoch == 0:
            history["train_loss"].append(network.loss(x, t))
            history["train_accuracy"].append(network.accuracy(x_train, t_train))
            history["test_accuracy"].append(network.accuracy(x_test, t_test))
    return history
