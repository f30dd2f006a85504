# mistake: the step goes up the gradient: plus where minus should stand.
# loses: update
def train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    red = TwoLayerNet(x_train.shape[1], 50, t_train.shape[1])
    pasos = max(len(x_train) // batch_size, 1)
    train_loss, train_accuracy, test_accuracy = ([], [], [])
    for paso in range(iterations):
        lote = rng.choice(len(x_train), batch_size)
        gradientes = red.gradient(x_train[lote], t_train[lote])
        for name in red.params:
            red.params[name] += learning_rate * gradientes[name]
        if paso % pasos == 0:
            train_loss.append(red.loss(x_train, t_train))
            train_accuracy.append(red.accuracy(x_train, t_train))
            test_accuracy.append(red.accuracy(x_test, t_test))
    return {'train_loss': train_loss, 'train_accuracy': train_accuracy, 'test_accuracy': test_accuracy, 'network': red}
