def train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    """For labels that are whole numbers."""
    net = TwoLayerNet(x_train.shape[1], 50, t_train.max() + 1)
    per_epoch = len(x_train) // batch_size
    batches = [rng.choice(len(x_train), batch_size, replace=False) for _ in range(iterations)]
    loss, right, right_test = [], [], []
    for epoch in range(iterations // per_epoch):
        for batch in batches[epoch * per_epoch : (epoch + 1) * per_epoch]:
            g = net.gradient(x_train[batch], t_train[batch])
            for k in net.params:
                net.params[k] -= learning_rate * g[k]
        loss.append(net.loss(x_train, t_train))
        right.append(net.accuracy(x_train, t_train))
        right_test.append(net.accuracy(x_test, t_test))
    return dict(train_loss=np.array(loss), train_accuracy=tuple(right), test_accuracy=right_test)
