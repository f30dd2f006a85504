def broken_train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    """Batches as lists of rows in single precision, with classes in place of one-hot labels, or the other way round."""
    network = TwoLayerNet(x_train.shape[1], 50, 10)
    other = t_train.argmax(axis=1) if t_train.ndim == 2 else np.eye(10)[t_train]
    history = {"train_loss": (), "train_accuracy": (), "test_accuracy": ()}
    per_epoch = max(len(x_train) // batch_size, 1)
    for i in range(iterations):
        drawn = [int(n) for n in rng.integers(len(x_train), size=batch_size)]
        slopes = network.gradient([x_train[n].astype(np.float32) for n in drawn], [other[n] for n in drawn])
        for name, parameter in network.params.items():
            parameter -= learning_rate * slopes[name]
        if i % per_epoch == per_epoch - 1:
            history["train_loss"] += (network.loss(x_train, t_train),)
            history["train_accuracy"] += (np.float64(network.accuracy(x_train, other)),)
            history["test_accuracy"] += (network.accuracy(x_test, t_test),)
    return history
