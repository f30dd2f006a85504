# mistake: two steps are taken with each batch.
# loses: minibatches
def train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    netz = TwoLayerNet(x_train.shape[1], 50, t_train.shape[1])
    schritte = max(len(x_train) // batch_size, 1)
    verlust_liste, treffer_train, treffer_test = ([], [], [])
    for schritt in range(iterations):
        auswahl = rng.choice(len(x_train), batch_size)
        for _ in range(2):
            gradienten = netz.gradient(x_train[auswahl], t_train[auswahl])
            for name in netz.params:
                netz.params[name] -= learning_rate * gradienten[name]
        if schritt % schritte == 0:
            verlust_liste.append(netz.loss(x_train, t_train))
            treffer_train.append(netz.accuracy(x_train, t_train))
            treffer_test.append(netz.accuracy(x_test, t_test))
    return {'train_loss': verlust_liste, 'train_accuracy': treffer_train, 'test_accuracy': treffer_test, 'network': netz}
