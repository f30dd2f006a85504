# mistake: the batches are drawn from training and test set together.
# loses: minibatches
def train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    network = TwoLayerNet(x_train.shape[1], 50, t_train.shape[1])
    steps_per_epoch = max(len(x_train) // batch_size, 1)
    train_loss, train_accuracy, test_accuracy = [], [], []
    x_all = np.vstack([x_train, x_test])
    t_all = np.vstack([t_train, t_test])
    for step in range(iterations):
        batch = rng.choice(len(x_all), batch_size)
        gradients = network.gradient(x_all[batch], t_all[batch])
        for name in network.params:
            network.params[name] -= learning_rate * gradients[name]
        if step % steps_per_epoch == 0:
            train_loss.append(network.loss(x_train, t_train))
            train_accuracy.append(network.accuracy(x_train, t_train))
            test_accuracy.append(network.accuracy(x_test, t_test))
    return {"train_loss": train_loss, "train_accuracy": train_accuracy, "test_accuracy": test_accuracy, "network": network}
