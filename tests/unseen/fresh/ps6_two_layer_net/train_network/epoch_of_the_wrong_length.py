# mistake: steps_per_epoch is iterations // batch_size, so the entries have nothing to do with epochs
# loses: train_network: epochs (one entry per epoch)
def train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    network = TwoLayerNet(x_train.shape[1], 50, t_train.shape[1])
    steps_per_epoch = max(1, iterations // batch_size)
    train_loss, train_accuracy, test_accuracy = [], [], []

    for step in range(1, iterations + 1):
        idx = rng.choice(x_train.shape[0], size=batch_size)
        grads = network.gradient(x_train[idx], t_train[idx])
        for key, grad in grads.items():
            network.params[key] -= learning_rate * grad

        if step % steps_per_epoch == 0:
            train_loss.append(network.loss(x_train, t_train))
            train_accuracy.append(network.accuracy(x_train, t_train))
            test_accuracy.append(network.accuracy(x_test, t_test))

    return {"train_loss": train_loss, "train_accuracy": train_accuracy,
            "test_accuracy": test_accuracy, "network": network}
