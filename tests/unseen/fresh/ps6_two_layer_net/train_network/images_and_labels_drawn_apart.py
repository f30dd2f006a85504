# mistake: x and t of a batch are drawn each by its own rng.choice, so they don't belong together
# loses: train_network: minibatches
def train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    network = TwoLayerNet(x_train.shape[1], 50, t_train.shape[1])
    steps_per_epoch = max(len(x_train) // batch_size, 1)
    train_loss, train_accuracy, test_accuracy = [], [], []

    for i in range(iterations):
        x_batch = rng.choice(x_train, batch_size, replace=False)
        t_batch = rng.choice(t_train, batch_size, replace=False)
        grads = network.gradient(x_batch, t_batch)
        for name in network.params:
            network.params[name] -= learning_rate * grads[name]
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
