# mistake: test_accuracy is measured on the training set.
# loses: curves
def train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    network = TwoLayerNet(x_train.shape[1], 50, t_train.shape[1])
    n = len(x_train)
    per_epoch = max(n // batch_size, 1)
    losses, acc_train, acc_test = [], [], []
    for it in range(iterations):
        idx = rng.choice(n, batch_size)
        for key, g in network.gradient(x_train[idx], t_train[idx]).items():
            network.params[key] -= learning_rate * g
        if it % per_epoch == 0:
            losses.append(network.loss(x_train, t_train))
            acc = network.accuracy(x_train, t_train)
            acc_train.append(acc)
            acc_test.append(acc)
    return {"train_loss": losses, "train_accuracy": acc_train, "test_accuracy": acc_test, "network": network}
