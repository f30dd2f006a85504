# mistake: none: without replacement, a new permutation each epoch, entries at the end of an epoch
# loses: nothing
def train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    n, schritte = len(x_train), max(len(x_train) // batch_size, 1)
    network = TwoLayerNet(x_train.shape[1], 50, t_train.shape[1])
    result = {"train_loss": [], "train_accuracy": [], "test_accuracy": []}
    for step in range(iterations):
        k = step % schritte
        if k == 0:
            order = rng.permutation(n)
        batch = order[k * batch_size : (k + 1) * batch_size]
        gradient = network.gradient(x_train[batch], t_train[batch])
        for name, array in network.params.items():
            array[...] = array - learning_rate * gradient[name]
        if k == schritte - 1:
            result["train_loss"].append(network.loss(x_train, t_train))
            result["train_accuracy"].append(network.accuracy(x_train, t_train))
            result["test_accuracy"].append(network.accuracy(x_test, t_test))
    result["network"] = network
    return result
