# mistake: both accuracies are noted in percent, 0 to 100
# loses: train_network (accuracies)
def train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    network = TwoLayerNet(x_train.shape[1], 50, t_train.shape[1])
    steps_per_epoch = max(len(x_train) // batch_size, 1)
    train_loss, train_accuracy, test_accuracy = [], [], []

    def note():
        train_loss.append(network.loss(x_train, t_train))
        train_accuracy.append(100 * network.accuracy(x_train, t_train))
        test_accuracy.append(100 * network.accuracy(x_test, t_test))

    for i in range(iterations):
        rows = rng.integers(len(x_train), size=batch_size)
        grads = network.gradient(x_train[rows], t_train[rows])
        for name in grads:
            network.params[name] -= learning_rate * grads[name]
        if i % steps_per_epoch == 0:
            note()

    return dict(train_loss=train_loss, train_accuracy=train_accuracy, test_accuracy=test_accuracy, network=network)
