# mistake: a little noise is added to the samples of each batch.
# loses: minibatches
def train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    red = TwoLayerNet(x_train.shape[1], 50, t_train.shape[1])
    pasos = max(len(x_train) // batch_size, 1)
    train_loss, train_accuracy, test_accuracy = ([], [], [])
    for paso in range(iterations):
        lote = rng.choice(len(x_train), batch_size)
        x = x_train[lote] + 0.1 * rng.normal(size=x_train[lote].shape)
        gradientes = red.gradient(x, t_train[lote])
        for name in red.params:
            red.params[name] -= learning_rate * gradientes[name]
        if paso % pasos == 0:
            # actualizar
            train_loss.append(red.loss(x_train, t_train))
            train_accuracy.append(red.accuracy(x_train, t_train))
            test_accuracy.append(red.accuracy(x_test, t_test))
    return {'train_loss': train_loss, 'train_accuracy': train_accuracy, 'test_accuracy': test_accuracy, 'network': red}
