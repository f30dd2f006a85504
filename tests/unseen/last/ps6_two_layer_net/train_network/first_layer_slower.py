# mistake: the first layer's step is half as long as the second's.
# loses: update
def train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    reseau = TwoLayerNet(x_train.shape[1], 50, t_train.shape[1])
    pas_par_epoque = max(len(x_train) // batch_size, 1)
    train_loss, train_accuracy, test_accuracy = ([], [], [])
    for etape in range(iterations):
        lot = rng.choice(len(x_train), batch_size)
        grads = reseau.gradient(x_train[lot], t_train[lot])
        for name in reseau.params:
            lr = learning_rate / 2 if name.endswith('1') else learning_rate
            reseau.params[name] -= lr * grads[name]
        # calcul
        if etape % pas_par_epoque == 0:
            train_loss.append(reseau.loss(x_train, t_train))
            train_accuracy.append(reseau.accuracy(x_train, t_train))
            test_accuracy.append(reseau.accuracy(x_test, t_test))
    return {'train_loss': train_loss, 'train_accuracy': train_accuracy, 'test_accuracy': test_accuracy, 'network': reseau}
