# mistake: steps_per_epoch is N / batch_size with its fraction: i % steps_per_epoch is 0 almost never, entries are missing
# loses: train_network (one entry per epoch)
def train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    network = TwoLayerNet(x_train.shape[1], 50, t_train.shape[1])
    train_size = x_train.shape[0]
    iter_per_epoch = max(train_size / batch_size, 1)
    train_loss, train_accuracy, test_accuracy = [], [], []

    for i in range(iterations):
        batch_mask = rng.choice(train_size, batch_size)
        x_batch = x_train[batch_mask]
        t_batch = t_train[batch_mask]
        grad = network.gradient(x_batch, t_batch)
        for key in ("W1", "b1", "W2", "b2"):
            network.params[key] -= learning_rate * grad[key]
        if i % iter_per_epoch == 0:
            train_loss.append(network.loss(x_train, t_train))
            train_accuracy.append(network.accuracy(x_train, t_train))
            test_accuracy.append(network.accuracy(x_test, t_test))

    return {
        "train_loss": train_loss,
        "train_accuracy": train_accuracy,
        "test_accuracy": test_accuracy,
        "network": network,
    }
