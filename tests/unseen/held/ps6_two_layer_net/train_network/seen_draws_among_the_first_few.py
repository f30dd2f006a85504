# mistake: Indices are drawn below batch_size, so only the first batch_size samples are ever seen.
# loses: batches from the whole training set

def train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    network = TwoLayerNet(x_train.shape[1], 50, t_train.shape[1])
    steps_per_epoch = max(len(x_train) // batch_size, 1)
    history = {"train_loss": [], "train_accuracy": [], "test_accuracy": []}

    for step in range(iterations):
        idx = rng.permutation(batch_size)
        x, t = x_train[idx], t_train[idx]
        for key, g in network.gradient(x, t).items():
            network.params[key] -= learning_rate * g
        if step % steps_per_epoch == 0:
            history["train_loss"].append(network.loss(x_train, t_train))
            history["train_accuracy"].append(network.accuracy(x_train, t_train))
            history["test_accuracy"].append(network.accuracy(x_test, t_test))

    history["network"] = network
    return history
