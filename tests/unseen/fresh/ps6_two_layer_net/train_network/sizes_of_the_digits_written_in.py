# mistake: the network is TwoLayerNet(64, 50, 10) for any data
# loses: train_network: the right network (other numbers of inputs or classes)
def train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    reseau = TwoLayerNet(64, 50, 10)      # 8 x 8 pixels, 10 chiffres
    n = len(x_train)
    steps_per_epoch = max(n // batch_size, 1)
    train_loss, train_accuracy, test_accuracy = [], [], []

    for i in range(iterations):
        lot = rng.permutation(n)[:batch_size]
        grads = reseau.gradient(x_train[lot], t_train[lot])
        for nom in reseau.params:
            reseau.params[nom] -= learning_rate * grads[nom]
        if i % steps_per_epoch == 0:
            train_loss.append(reseau.loss(x_train, t_train))
            train_accuracy.append(reseau.accuracy(x_train, t_train))
            test_accuracy.append(reseau.accuracy(x_test, t_test))

    return {
        "train_loss": train_loss,
        "train_accuracy": train_accuracy,
        "test_accuracy": test_accuracy,
        "network": reseau,
    }
