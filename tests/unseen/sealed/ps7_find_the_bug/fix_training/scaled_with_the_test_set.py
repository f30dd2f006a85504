# mistake: the images are standardised by mean and deviation of training and test set together, so the test set has a say
# loses: test_data
def broken_train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    network = TwoLayerNet(x_train.shape[1], 50, 10)
    steps_per_epoch = max(len(x_train) // batch_size, 1)
    history = {"train_loss": [], "train_accuracy": [], "test_accuracy": []}

    x_all = np.concatenate([x_train, x_test])
    mean, std = x_all.mean(axis=0), x_all.std(axis=0) + 1e-8
    x_train = (x_train - mean) / std
    x_test = (x_test - mean) / std

    for i in range(iterations):
        batch = rng.choice(len(x_train), batch_size, replace=False)
        gradients = network.gradient(x_train[batch], t_train[batch])
        for name in network.params:
            network.params[name] -= learning_rate * gradients[name]
        if i % steps_per_epoch == 0:
            history["train_loss"].append(network.loss(x_train, t_train))
            history["train_accuracy"].append(network.accuracy(x_train, t_train))
            history["test_accuracy"].append(network.accuracy(x_test, t_test))
    return history
