# mistake: none: rng.integers, np.subtract(..., out=), entries at the first step of each epoch, loss of the minibatch as the book takes it
# loses: nothing
def train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    net = TwoLayerNet(x_train.shape[1], 50, t_train.shape[1])
    per_epoch = max(x_train.shape[0] // batch_size, 1)
    losses, on_train, on_test = [], [], []
    for i in range(iterations):
        mask = rng.integers(x_train.shape[0], size=batch_size)
        xb, tb = np.take(x_train, mask, axis=0), np.take(t_train, mask, axis=0)
        g = net.gradient(xb, tb)
        for k in ("W1", "b1", "W2", "b2"):
            np.subtract(net.params[k], learning_rate * g[k], out=net.params[k])
        if i % per_epoch == 0:
            losses.append(net.loss(x_train, t_train))
            on_train.append(net.accuracy(x_train, t_train))
            on_test.append(net.accuracy(x_test, t_test))
    return dict(train_loss=losses, train_accuracy=on_train, test_accuracy=on_test, network=net, steps=iterations)
