# mistake: the batches are drawn from the first rows alone, as many as an epoch has steps
# loses: all training samples take part

def train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    network = TwoLayerNet(x_train.shape[1], 50, t_train.shape[1])
    steps_per_epoch = max(len(x_train) // batch_size, 1)
    train_loss, train_accuracy, test_accuracy = [], [], []
    for step in range(iterations):
        chosen = rng.choice(steps_per_epoch, batch_size)
        grads = network.gradient(x_train[chosen], t_train[chosen])
        for name, param in network.params.items():
            param -= learning_rate * grads[name]
        if step % steps_per_epoch == 0:
            train_loss.append(network.loss(x_train, t_train))
            train_accuracy.append(network.accuracy(x_train, t_train))
            test_accuracy.append(network.accuracy(x_test, t_test))
    return {"train_loss": train_loss, "train_accuracy": train_accuracy, "test_accuracy": test_accuracy, "network": network}
