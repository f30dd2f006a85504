# mistake: every epoch begins with a new network
# loses: the training beyond one epoch

def train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    network = TwoLayerNet(x_train.shape[1], 50, t_train.shape[1])
    steps_per_epoch = max(len(x_train) // batch_size, 1)
    train_loss, train_accuracy, test_accuracy = [], [], []
    for step in range(iterations):
        if step % steps_per_epoch == 0:
            network = TwoLayerNet(x_train.shape[1], 50, t_train.shape[1])
        chosen = rng.choice(len(x_train), batch_size)
        grads = network.gradient(x_train[chosen], t_train[chosen])
        for name, param in network.params.items():
            param -= learning_rate * grads[name]
        if step % steps_per_epoch == 0:
            train_loss.append(network.loss(x_train, t_train))
            train_accuracy.append(network.accuracy(x_train, t_train))
            test_accuracy.append(network.accuracy(x_test, t_test))
    return {"train_loss": train_loss, "train_accuracy": train_accuracy, "test_accuracy": test_accuracy, "network": network}
