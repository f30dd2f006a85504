# mistake: the order is drawn once and walked through again and again: every epoch has the very same batches
# loses: minibatches
def train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    network = TwoLayerNet(x_train.shape[1], 50, t_train.shape[1])
    steps_per_epoch = max(len(x_train) // batch_size, 1)
    order = rng.permutation(len(x_train))
    train_loss, train_accuracy, test_accuracy = [], [], []
    for i in range(iterations):
        k = i % steps_per_epoch
        batch = order[k * batch_size : (k + 1) * batch_size]
        grads = network.gradient(x_train[batch], t_train[batch])
        for name in network.params:
            network.params[name] -= learning_rate * grads[name]
        if k == 0:
            train_loss.append(network.loss(x_train, t_train))
            train_accuracy.append(network.accuracy(x_train, t_train))
            test_accuracy.append(network.accuracy(x_test, t_test))
    return {"train_loss": train_loss, "train_accuracy": train_accuracy, "test_accuracy": test_accuracy, "network": network}
