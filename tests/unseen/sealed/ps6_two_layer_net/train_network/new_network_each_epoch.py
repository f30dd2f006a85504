# mistake: a new network is made at the beginning of every epoch, and what was learned is lost
# loses: train_network (learning, curves)
def train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    n, d = x_train.shape
    steps_per_epoch = max(n // batch_size, 1)
    train_loss, train_accuracy, test_accuracy = [], [], []

    for step in range(iterations):
        if step % steps_per_epoch == 0:
            network = TwoLayerNet(d, 50, t_train.shape[1])
        batch = rng.choice(n, min(batch_size, n), replace=False)
        gradients = network.gradient(x_train[batch], t_train[batch])
        for name, g in gradients.items():
            network.params[name] -= learning_rate * g
        if step % steps_per_epoch == 0:
            train_loss.append(network.loss(x_train, t_train))
            train_accuracy.append(network.accuracy(x_train, t_train))
            test_accuracy.append(network.accuracy(x_test, t_test))

    return {
        "train_loss": train_loss,
        "train_accuracy": train_accuracy,
        "test_accuracy": test_accuracy,
        "network": network,
    }
