# mistake: the step keeps nine tenths of the one before: momentum instead of plain descent.
# loses: update
def train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    network = TwoLayerNet(x_train.shape[1], 50, t_train.shape[1])
    steps_per_epoch = max(len(x_train) // batch_size, 1)
    train_loss, train_accuracy, test_accuracy = [], [], []
    v = {k: np.zeros_like(p) for k, p in network.params.items()}
    for step in range(iterations):
        mask = rng.choice(x_train.shape[0], batch_size)
        grad = network.gradient(x_train[mask], t_train[mask])
        for k in v:
            v[k] = 0.9 * v[k] - learning_rate * grad[k]
            network.params[k] += v[k]
        if step % steps_per_epoch == 0:
            train_loss.append(network.loss(x_train, t_train))
            train_accuracy.append(network.accuracy(x_train, t_train))
            test_accuracy.append(network.accuracy(x_test, t_test))
    return dict(train_loss=train_loss, train_accuracy=train_accuracy, test_accuracy=test_accuracy, network=network)
