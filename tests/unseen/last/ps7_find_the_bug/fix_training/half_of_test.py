# mistake: half of the test set still is trained on.
# loses: test_data
def broken_train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    netz = TwoLayerNet(x_train.shape[1], 50, 10)
    schritte = max(len(x_train) // batch_size, 1)
    verlauf = {'train_loss': [], 'train_accuracy': [], 'test_accuracy': []}
    k = len(x_test) // 2
    x_all = np.concatenate([x_train, x_test[:k]])
    t_all = np.concatenate([t_train, t_test[:k]])
    for nr in range(iterations):
        auswahl = rng.choice(len(x_all), batch_size, replace=False)
        gradienten = netz.gradient(x_all[auswahl], t_all[auswahl])
        for name in netz.params:
            netz.params[name] -= learning_rate * gradienten[name]
        if nr % schritte == 0:
            verlauf['train_loss'].append(netz.loss(x_train, t_train))
            verlauf['train_accuracy'].append(netz.accuracy(x_train, t_train))
            verlauf['test_accuracy'].append(netz.accuracy(x_test, t_test))
    return verlauf
