def broken_train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    network = TwoLayerNet(input_size=x_train.shape[1], hidden_size=50, output_size=10)
    per_epoch = max(len(x_train) // batch_size, 1)
    losses, train_accuracy, test_accuracy = [], [], []
    order = None
    for i in range(iterations):
        place = i % per_epoch
        if place == 0:
            order = rng.permutation(len(x_train))
        batch = order[place * batch_size : (place + 1) * batch_size]
        grads = network.gradient(x_train[batch], t_train[batch])
        for key in network.params:
            network.params[key][...] = network.params[key] - learning_rate * grads[key]
        if place == per_epoch - 1:
            losses.append(network.loss(x_train, t_train))
            train_accuracy.append(network.accuracy(x_train, t_train))
            test_accuracy.append(network.accuracy(x_test, t_test))
    return {"train_loss": losses, "train_accuracy": train_accuracy, "test_accuracy": test_accuracy}
