# mistake: the step is multiplied by the batch size now instead of divided.
# loses: step
def broken_train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    netz = TwoLayerNet(x_train.shape[1], 50, 10)
    schritte = max(len(x_train) // batch_size, 1)
    verlauf = {"train_loss": [], "train_accuracy": [], "test_accuracy": []}
    for i in range(iterations):
        wahl = rng.choice(len(x_train), batch_size, replace=False)
        g = netz.gradient(x_train[wahl], t_train[wahl])
        for name in netz.params:
            netz.params[name] -= learning_rate * g[name] * batch_size
        if i % schritte == 0:
            verlauf["train_loss"].append(netz.loss(x_train, t_train))
            verlauf["train_accuracy"].append(netz.accuracy(x_train, t_train))
            verlauf["test_accuracy"].append(netz.accuracy(x_test, t_test))
    return verlauf
