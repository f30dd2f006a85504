# mistake: test_accuracy holds the loss on the test set.
# loses: curves
def train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    reseau = TwoLayerNet(x_train.shape[1], 50, t_train.shape[1])
    pas_par_epoque = max(len(x_train) // batch_size, 1)
    train_loss, train_accuracy, test_accuracy = ([], [], [])
    for etape in range(iterations):
        lot = rng.choice(len(x_train), batch_size)
        grads = reseau.gradient(x_train[lot], t_train[lot])
        for name in reseau.params:
            reseau.params[name] -= learning_rate * grads[name]
        if etape % pas_par_epoque == 0:
            train_loss.append(reseau.loss(x_train, t_train))
            train_accuracy.append(reseau.accuracy(x_train, t_train))
            test_accuracy.append(reseau.loss(x_test, t_test))
    return {'train_loss': train_loss, 'train_accuracy': train_accuracy, 'test_accuracy': test_accuracy, 'network': reseau}
