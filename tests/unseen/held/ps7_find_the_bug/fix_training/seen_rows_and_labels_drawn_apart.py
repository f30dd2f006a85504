# mistake: The labels of a batch are drawn anew, and so belong to other rows than its pictures.
# loses: training

def broken_train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    network = TwoLayerNet(x_train.shape[1], 50, 10)
    steps_per_epoch = max(len(x_train) // batch_size, 1)
    history = {"train_loss": [], "train_accuracy": [], "test_accuracy": []}

    def draw(array):
        return array[rng.choice(len(array), batch_size, replace=False)]

    for i in range(iterations):
        gradients = network.gradient(draw(x_train), draw(t_train))
        for name in ("W1", "b1", "W2", "b2"):
            network.params[name] -= learning_rate * gradients[name]
        if i % steps_per_epoch == 0:
            history["train_loss"].append(network.loss(x_train, t_train))
            history["train_accuracy"].append(network.accuracy(x_train, t_train))
            history["test_accuracy"].append(network.accuracy(x_test, t_test))
    return history
