# mistake: a batch is drawn at every step, but the gradient is that of the whole training set
# loses: train_network (batches)
def train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    network = TwoLayerNet(x_train.shape[1], 50, t_train.shape[1])
    steps_per_epoch = max(len(x_train) // batch_size, 1)
    train_loss, train_accuracy, test_accuracy = [], [], []

    for i in range(iterations):
        batch = rng.choice(len(x_train), batch_size)
        x_batch, t_batch = x_train[batch], t_train[batch]
        gradients = network.gradient(x_train, t_train)
        for name in ("W1", "b1", "W2", "b2"):
            network.params[name] -= learning_rate * gradients[name]

        if i % steps_per_epoch == 0:
            train_loss.append(network.loss(x_train, t_train))
            train_accuracy.append(network.accuracy(x_train, t_train))
            test_accuracy.append(network.accuracy(x_test, t_test))

    return {
        "train_loss": train_loss,
        "train_accuracy": train_accuracy,
        "test_accuracy": test_accuracy,
        "network": network,
    }
