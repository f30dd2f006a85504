def train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    """Everything that the network is shown, and the step, in single precision."""
    network = TwoLayerNet(x_train.shape[1], 50, t_train.shape[1])
    x32, t32 = x_train.astype(np.float32), t_train.astype(np.float32)
    per_epoch = max(len(x_train) // batch_size, 1)
    curves = {"train_loss": [], "train_accuracy": [], "test_accuracy": []}
    for step in range(iterations):
        rows = rng.permutation(len(x32))[:batch_size]
        for name, slope in network.gradient(x32[rows], t32[rows]).items():
            network.params[name] -= np.float32(learning_rate) * slope.astype(np.float32)
        if (step + 1) % per_epoch == 0:
            curves["train_loss"].append(network.loss(x32, t32))
            curves["train_accuracy"].append(network.accuracy(x32, t32))
            curves["test_accuracy"].append(network.accuracy(x_test, t_test))
    return curves
