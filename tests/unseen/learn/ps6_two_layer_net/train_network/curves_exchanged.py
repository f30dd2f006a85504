# mistake: train_loss and train_accuracy are exchanged in the dict that is returned.
# loses: curves
def train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    network = TwoLayerNet(x_train.shape[1], 50, t_train.shape[1])
    steps_per_epoch = max(len(x_train) // batch_size, 1)
    a, b, c = [], [], []
    for step in range(iterations):
        batch = rng.choice(len(x_train), batch_size)
        gradients = network.gradient(x_train[batch], t_train[batch])
        for name in gradients:
            network.params[name] -= learning_rate * gradients[name]
        if step % steps_per_epoch == 0:
            a.append(network.accuracy(x_train, t_train))
            b.append(network.loss(x_train, t_train))
            c.append(network.accuracy(x_test, t_test))
    return {"train_loss": a, "train_accuracy": b, "test_accuracy": c, "network": network}
