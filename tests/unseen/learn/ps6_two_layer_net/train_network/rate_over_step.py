# mistake: the learning rate is divided by the number of the step.
# loses: update
def train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    netz = TwoLayerNet(x_train.shape[1], 50, t_train.shape[1])
    schritte = max(len(x_train) // batch_size, 1)
    verlauf = {"train_loss": [], "train_accuracy": [], "test_accuracy": [], "network": netz}
    for i in range(1, iterations + 1):
        auswahl = rng.integers(0, len(x_train), batch_size)
        g = netz.gradient(x_train[auswahl], t_train[auswahl])
        for name, wert in netz.params.items():
            wert -= learning_rate / i * g[name]
        if i % schritte == 0:
            verlauf["train_loss"].append(netz.loss(x_train, t_train))
            verlauf["train_accuracy"].append(netz.accuracy(x_train, t_train))
            verlauf["test_accuracy"].append(netz.accuracy(x_test, t_test))
    return verlauf
