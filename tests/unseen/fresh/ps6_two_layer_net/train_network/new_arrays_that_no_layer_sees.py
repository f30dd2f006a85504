# mistake: params[name] = params[name] - … binds new arrays, while the layers go on with the old ones: nothing is learned
# loses: train_network: steps
def train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    network = TwoLayerNet(x_train.shape[1], 50, t_train.shape[1])
    N = len(x_train)
    steps_per_epoch = max(N // batch_size, 1)
    train_loss, train_accuracy, test_accuracy = [], [], []

    for i in range(iterations):
        batch = rng.choice(N, batch_size)
        gradient = network.gradient(x_train[batch], t_train[batch])
        for name in ("W1", "b1", "W2", "b2"):
            network.params[name] = network.params[name] - learning_rate * gradient[name]
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
