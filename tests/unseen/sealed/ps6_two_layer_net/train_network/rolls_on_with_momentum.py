# mistake: the steps have momentum (0.9 of the step before), it isn't plain stochastic gradient descent
# loses: train_network (steps)
def train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    network = TwoLayerNet(x_train.shape[1], 50, t_train.shape[1])
    velocity = {k: np.zeros_like(p) for k, p in network.params.items()}
    steps_per_epoch = max(len(x_train) // batch_size, 1)
    train_loss, train_accuracy, test_accuracy = [], [], []

    for i in range(1, iterations + 1):
        idx = rng.integers(0, len(x_train), batch_size)
        grads = network.gradient(x_train[idx], t_train[idx])
        for k in network.params:
            velocity[k] = 0.9 * velocity[k] - learning_rate * grads[k]
            network.params[k] += velocity[k]
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
