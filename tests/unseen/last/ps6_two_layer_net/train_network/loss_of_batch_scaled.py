# mistake: train_loss holds the loss times the batch size.
# loses: curves
def train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    net = TwoLayerNet(x_train.shape[1], 50, t_train.shape[1])
    spe = max(len(x_train) // batch_size, 1)
    tl, ta, va = ([], [], [])
    for k in range(iterations):
        mb = rng.choice(len(x_train), batch_size)
        gs = net.gradient(x_train[mb], t_train[mb])
        for name in net.params:
            net.params[name] -= learning_rate * gs[name]
        if k % spe == 0:
            tl.append(net.loss(x_train, t_train) * batch_size)
            ta.append(net.accuracy(x_train, t_train))
            va.append(net.accuracy(x_test, t_test))
    return {'train_loss': tl, 'train_accuracy': ta, 'test_accuracy': va, 'network': net}
