class TwoLayerNet(TwoLayerNet):
    """Its layers take the arrays anew at each step, so that a new array in params will do."""

    def predict(self, x):
        for n in ("1", "2"):
            layer = self.layers["Affine" + n]
            layer.W, layer.b = self.params["W" + n], self.params["b" + n]
        return super().predict(x)


def train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    network = TwoLayerNet(x_train.shape[1], 50, t_train.shape[1])
    result = {"train_loss": [], "train_accuracy": [], "test_accuracy": []}
    per_epoch = max(len(x_train) // batch_size, 1)
    for i in range(1, iterations + 1):
        batch = rng.permutation(len(x_train))[:batch_size]
        grads = network.gradient(x_train[batch], t_train[batch])
        network.params = {k: network.params[k] - learning_rate * grads[k] for k in grads}
        if i % per_epoch == 0:
            result["train_loss"].append(network.loss(x_train, t_train))
            result["train_accuracy"].append(network.accuracy(x_train, t_train))
            result["test_accuracy"].append(network.accuracy(x_test, t_test))
    return result
