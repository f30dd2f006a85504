# mistake: after each epoch the learning rate is multiplied by 0.9
# loses: train_network (steps)
def train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    net = TwoLayerNet(x_train.shape[1], 50, t_train.shape[1])
    steps_per_epoch = max(1, len(x_train) // batch_size)
    history = {"train_loss": [], "train_accuracy": [], "test_accuracy": [], "network": net}
    lr = learning_rate

    for i in range(iterations):
        choice = rng.choice(len(x_train), batch_size, replace=batch_size > len(x_train))
        for name, grad in net.gradient(x_train[choice], t_train[choice]).items():
            net.params[name] -= lr * grad
        if i % steps_per_epoch == 0:
            history["train_loss"].append(net.loss(x_train, t_train))
            history["train_accuracy"].append(net.accuracy(x_train, t_train))
            history["test_accuracy"].append(net.accuracy(x_test, t_test))
            lr *= 0.9
    return history
