# mistake: The steps of an epoch are iterations // batch_size, where they should follow from the number of samples.
# loses: number of entries, one per epoch

def train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    network = TwoLayerNet(x_train.shape[1], 50, t_train.shape[1])
    steps_per_epoch = max(iterations // batch_size, 1)
    train_loss, train_accuracy, test_accuracy = [], [], []

    for i in range(iterations):
        pick = rng.choice(len(x_train), batch_size)
        grads = network.gradient(x_train[pick], t_train[pick])
        for name in network.params:
            network.params[name] -= learning_rate * grads[name]
        if i % steps_per_epoch == 0:
            train_loss.append(network.loss(x_train, t_train))
            train_accuracy.append(network.accuracy(x_train, t_train))
            test_accuracy.append(network.accuracy(x_test, t_test))

    return {"train_loss": train_loss, "train_accuracy": train_accuracy, "test_accuracy": test_accuracy, "network": network}
