# mistake: the numbers of the batch are drawn below len(x_test): training samples behind that are never drawn
# loses: batches
def broken_train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    network = TwoLayerNet(x_train.shape[1], 50, 10)
    steps_per_epoch = max(len(x_train) // batch_size, 1)
    history = {"train_loss": [], "train_accuracy": [], "test_accuracy": []}

    for i in range(iterations):
        batch = rng.choice(len(x_test), batch_size, replace=len(x_test) < batch_size)
        x, t = x_train[batch], t_train[batch]
        gradients = network.gradient(x, t)
        for name, grad in gradients.items():
            network.params[name] -= learning_rate * grad
        if i % steps_per_epoch == 0:
            history["train_loss"].append(network.loss(x, t))
            history["train_accuracy"].append(network.accuracy(x_train, t_train))
            history["test_accuracy"].append(network.accuracy(x_test, t_test))
    return history
