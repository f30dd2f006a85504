# mistake: the biases are moved up their gradients.
# loses: biases
def broken_train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    reseau = TwoLayerNet(x_train.shape[1], 50, 10)
    pas_par_epoque = max(len(x_train) // batch_size, 1)
    historique = {'train_loss': [], 'train_accuracy': [], 'test_accuracy': []}
    for i in range(iterations):
        lot = rng.choice(len(x_train), batch_size, replace=False)
        x, cible = (x_train[lot], t_train[lot])
        grads = reseau.gradient(x, cible)
        for name in ('W1', 'W2'):
            reseau.params[name] -= learning_rate * grads[name]
        for name in ('b1', 'b2'):
            reseau.params[name] += learning_rate * grads[name]
        if i % pas_par_epoque == 0:
            historique['train_loss'].append(reseau.loss(x_train, t_train))
            historique['train_accuracy'].append(reseau.accuracy(x_train, t_train))
            historique['test_accuracy'].append(reseau.accuracy(x_test, t_test))
    return historique
