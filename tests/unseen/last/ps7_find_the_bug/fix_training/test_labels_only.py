# mistake: samples come from the training set, labels from training and test set together, the test set first.
# loses: batches
def broken_train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    netz = TwoLayerNet(x_train.shape[1], 50, 10)
    schritte = max(len(x_train) // batch_size, 1)
    verlauf = {'train_loss': [], 'train_accuracy': [], 'test_accuracy': []}
    t_all = np.concatenate([t_test, t_train])
    for nr in range(iterations):
        auswahl = rng.choice(len(x_train), batch_size, replace=False)
        gradienten = netz.gradient(x_train[auswahl], t_all[auswahl])
        for name in netz.params:
            netz.params[name] -= learning_rate * gradienten[name]
        if nr % schritte == 0:
            # rückwärts
            verlauf['train_loss'].append(netz.loss(x_train, t_train))
            verlauf['train_accuracy'].append(netz.accuracy(x_train, t_train))
            verlauf['test_accuracy'].append(netz.accuracy(x_test, t_test))
    return verlauf
