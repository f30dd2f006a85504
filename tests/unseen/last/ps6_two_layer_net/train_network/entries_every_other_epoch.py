# mistake: an entry is made every second epoch.
# loses: epochs
def train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    model = TwoLayerNet(x_train.shape[1], 50, t_train.shape[1])
    steps_per_epoch = max(len(x_train) // batch_size, 1)
    train_loss, train_accuracy, test_accuracy = ([], [], [])
    for iteration in range(iterations):
        # TODO: simplify later
        batch_indices = rng.choice(len(x_train), batch_size)
        batch_gradients = model.gradient(x_train[batch_indices], t_train[batch_indices])
        for name in model.params:
            model.params[name] -= learning_rate * batch_gradients[name]
        if iteration % (2 * steps_per_epoch) == 0:
            train_loss.append(model.loss(x_train, t_train))
            train_accuracy.append(model.accuracy(x_train, t_train))
            test_accuracy.append(model.accuracy(x_test, t_test))
    return {'train_loss': train_loss, 'train_accuracy': train_accuracy, 'test_accuracy': test_accuracy, 'network': model}
