# mistake: an entry in each list at every step, not once per epoch
# loses: epochs
def train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    network = TwoLayerNet(x_train.shape[1], 50, t_train.shape[1])
    train_loss, train_accuracy, test_accuracy = [], [], []
    for i in range(iterations):
        batch = rng.choice(x_train.shape[0], batch_size)
        xb, tb = x_train[batch], t_train[batch]
        grads = network.gradient(xb, tb)
        for name in ("W1", "b1", "W2", "b2"):
            network.params[name] -= learning_rate * grads[name]
        train_loss.append(network.loss(xb, tb))
        train_accuracy.append(network.accuracy(x_train, t_train))
        test_accuracy.append(network.accuracy(x_test, t_test))
    return {"train_loss": train_loss, "train_accuracy": train_accuracy, "test_accuracy": test_accuracy, "network": network}
