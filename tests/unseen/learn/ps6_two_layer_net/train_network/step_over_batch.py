# mistake: the step is divided by the batch size, though the loss is a mean already.
# loses: update
def train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    red = TwoLayerNet(x_train.shape[1], 50, t_train.shape[1])
    pasos = max(len(x_train) // batch_size, 1)
    perdida, acierto, prueba = [], [], []
    for paso in range(iterations):
        lote = rng.choice(len(x_train), batch_size)
        gradientes = red.gradient(x_train[lote], t_train[lote])
        for nombre, g in gradientes.items():
            red.params[nombre] -= learning_rate * g / len(lote)
        if paso % pasos == 0:
            perdida.append(red.loss(x_train, t_train))
            acierto.append(red.accuracy(x_train, t_train))
            prueba.append(red.accuracy(x_test, t_test))
    return {"train_loss": perdida, "train_accuracy": acierto, "test_accuracy": prueba, "network": red}
